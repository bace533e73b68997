import Foundation

/// One part of a multipart entity, header read and transfer encoding removed.
struct MIMEPart {
    let mediaType: MediaType
    /// Content-ID without angle brackets, or nil when the part has none.
    let contentID: String?
    let content: [UInt8]

    /// Reads a part: header block, empty line, content. `number` is its place in the entity, from 1.
    init(_ bytes: ArraySlice<UInt8>, number: Int, limits: InboundLimits) throws(EBMSError) {
        let place = "part \(number)"
        let (header, body) = try Self.split(bytes, place, limits)
        let fields = try PartHeader(header, place: place, maximumFields: limits.partHeaderFields)
        // A part that does not say what it is, is taken as octets: nothing of it is rewritten before its digest.
        mediaType = try MediaType(parsing: fields["content-type"] ?? "application/octet-stream")
        guard !mediaType.name.hasPrefix("multipart/") else { throw EBMSError(.nestedMultipart, detail: place) }
        contentID = try fields["content-id"].map { value throws(EBMSError) in
            guard let id = ContentID.parse(header: value) else { throw EBMSError(.contentID, detail: place) }
            return id
        }
        content = try Self.decoded(body, fields["content-transfer-encoding"], place)
    }

    private static func split(
        _ bytes: ArraySlice<UInt8>, _ place: String, _ limits: InboundLimits
    ) throws(EBMSError) -> (header: ArraySlice<UInt8>, body: ArraySlice<UInt8>) {
        // An empty header block: the part begins with its empty line.
        if bytes.starts(with: ByteSearch.lineEnd) { return (bytes.prefix(0), bytes.dropFirst(2)) }
        let blockEnd = ByteSearch.lineEnd + ByteSearch.lineEnd
        guard let end = ByteSearch.first(blockEnd, in: bytes.prefix(limits.partHeaderBytes + blockEnd.count)) else {
            throw EBMSError(.partHeader, detail: "\(place): no end of header within \(limits.partHeaderBytes) bytes")
        }
        return (bytes[..<end], bytes[(end + blockEnd.count)...])
    }

    /// Bodies are binary. base64 is decoded, because some Java peers fall back to it; anything else is refused.
    private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?, _ place: String) throws(EBMSError) -> [UInt8] {
        switch encoding?.lowercased() {
        case nil, "binary", "8bit", "7bit": return Array(body)
        case "base64":
            let text = body.filter { $0 != 0x0D && $0 != 0x0A }
            guard let data = Data(base64Encoded: Data(text)) else {
                throw EBMSError(.transferEncoding, detail: "\(place): base64 malformed")
            }
            return Array(data)
        default: throw EBMSError(.transferEncoding, detail: place)
        }
    }
}
