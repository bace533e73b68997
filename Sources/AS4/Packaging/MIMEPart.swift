/// One part of a multipart entity, header read and transfer encoding removed.
struct MIMEPart {
    let mediaType: MediaType
    /// Content-ID without angle brackets, or nil when the part has none.
    let contentID: String?
    /// A stretch of the entity; in scratch space when it had to be decoded.
    let content: any ByteSource

    /// Reads a part: header block, empty line, content. `number` is its place in the entity, from 1. Throws A001, A002, A006–A012, A092.
    init(
        _ window: inout SourceWindow, _ range: Range<Int>, number: Int, limits: InboundLimits, scratch: any ScratchSpace
    ) throws(EBMSError) {
        let place = "part \(number)"
        let (header, body) = try Self.split(&window, range, place, limits)
        let fields = try PartHeader(header, place: place, maximumFields: limits.partHeaderFields)
        // A part that does not say what it is, is taken as octets: nothing of it is rewritten before its digest.
        mediaType = try MediaType(parsing: fields["content-type"] ?? "application/octet-stream")
        guard !mediaType.name.hasPrefix("multipart/") else { throw EBMSError(.nestedMultipart, detail: place) }
        contentID = try fields["content-id"].map { value throws(EBMSError) in
            guard let id = ContentID.parse(header: value) else { throw EBMSError(.contentID, detail: place) }
            return id
        }
        content = try Self.decoded(SourceSlice(window.source, body), fields["content-transfer-encoding"], place, scratch)
    }

    private static func split(
        _ window: inout SourceWindow, _ range: Range<Int>, _ place: String, _ limits: InboundLimits
    ) throws(EBMSError) -> (header: ArraySlice<UInt8>, body: Range<Int>) {
        let blockEnd = ByteSearch.lineEnd + ByteSearch.lineEnd
        let head = try window.bytes(at: range.lowerBound, count: min(range.count, limits.partHeaderBytes + blockEnd.count))
        // An empty header block: the part begins with its empty line.
        if head.starts(with: ByteSearch.lineEnd) { return ([], (range.lowerBound + 2)..<range.upperBound) }
        guard let end = ByteSearch.first(blockEnd, in: head) else {
            throw EBMSError(.partHeader, detail: "\(place): no end of header within \(limits.partHeaderBytes) bytes")
        }
        return (head[..<end], (range.lowerBound + end - head.startIndex + blockEnd.count)..<range.upperBound)
    }

    /// Bodies are binary. base64 is decoded, because some Java peers fall back to it; anything else is refused.
    private static func decoded(
        _ body: SourceSlice, _ encoding: String?, _ place: String, _ scratch: any ScratchSpace
    ) throws(EBMSError) -> any ByteSource {
        switch encoding?.lowercased() {
        case nil, "binary", "8bit", "7bit": return body
        case "base64":
            let sink = try storing { () throws(StreamFault) in try scratch.makeSink() }
            var decoder = Base64Decoding()
            try body.forEachPiece(orThrow: EBMSError.init) { piece throws(EBMSError) in
                guard let bytes = decoder.decode(piece) else {
                    throw EBMSError(.transferEncoding, detail: "\(place): base64 malformed")
                }
                try storing { () throws(StreamFault) in try sink.write(bytes) }
            }
            guard decoder.isComplete else { throw EBMSError(.transferEncoding, detail: "\(place): base64 malformed") }
            return try storing { () throws(StreamFault) in try sink.finish() }
        default: throw EBMSError(.transferEncoding, detail: place)
        }
    }
}
