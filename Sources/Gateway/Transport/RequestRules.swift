import NIOHTTP1

/// What a request head must be. Stricter than RFC 9112: whatever two readers could frame differently is refused, because a proxy in
/// front of us may be the other reader.
struct RequestRules {
    /// How an acceptable request goes on.
    struct Plan: Equatable {
        /// Bytes of body; nil when it is chunked.
        let length: Int?
        let wantsContinue: Bool
        let closesAfter: Bool
    }

    let path: String
    let maximumBody: Int

    /// Decides on the head alone. Framing is judged first: a head that lies about its end has nothing more to say.
    func plan(_ head: HTTPRequestHead) throws(RequestRefusal) -> Plan {
        try checkFields(head.headers)
        let length = try length(of: head)
        guard head.version == .http1_1 else { throw RequestRefusal(.versionUnsupported) }
        try checkHost(head.headers)
        try checkTarget(head.uri)
        guard head.method == .POST else { throw RequestRefusal(.wrongMethod) }
        guard case .stated(let size) = length else { throw RequestRefusal(.lengthRequired) }
        if let size, size > maximumBody { throw RequestRefusal(.bodyTooLarge, detail: "limit \(maximumBody) bytes") }
        // It names the boundary by which the body is cut into parts; with two, two readers may cut it differently.
        guard head.headers["content-type"].count <= 1 else { throw RequestRefusal(.malformed, detail: "Content-Type repeated") }
        let codings = head.headers["content-encoding"].filter { $0.lowercased() != "identity" }
        guard codings.isEmpty else { throw RequestRefusal(.contentCoding) }
        return Plan(
            length: size, wantsContinue: try wantsContinue(head.headers),
            // The parser stops for good at an upgrade it is asked for; we ignore the wish and close.
            closesAfter: !head.isKeepAlive || head.headers.contains(name: "upgrade"))
    }

    /// Bytes the head took on the wire, at least: padding around values is not counted.
    static func wireSize(of head: HTTPRequestHead) -> Int {
        let line = head.method.rawValue.utf8.count + head.uri.utf8.count + " ".utf8.count + " HTTP/1.1\r\n".utf8.count
        return head.headers.reduce(line + 2) { $0 + $1.name.utf8.count + ": ".utf8.count + $1.value.utf8.count + 2 }
    }

    private enum Length {
        case stated(Int?)
        case none
    }

    private func length(of head: HTTPRequestHead) throws(RequestRefusal) -> Length {
        let lengths = head.headers["content-length"]
        let codings = head.headers["transfer-encoding"]
        guard lengths.isEmpty || codings.isEmpty else { throw RequestRefusal(.malformed, detail: "Content-Length and Transfer-Encoding") }
        guard lengths.count <= 1, codings.count <= 1 else { throw RequestRefusal(.malformed, detail: "framing field repeated") }
        if let coding = codings.first {
            guard coding.lowercased() == "chunked", head.version == .http1_1 else {
                throw RequestRefusal(.malformed, detail: "Transfer-Encoding")
            }
            return .stated(nil)
        }
        guard let text = lengths.first else { return .none }
        // Int would take a sign, and more digits than any limit has no meaning.
        guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }), let size = Int(text) else {
            throw RequestRefusal(.malformed, detail: "Content-Length")
        }
        return .stated(size)
    }

    private func checkFields(_ headers: HTTPHeaders) throws(RequestRefusal) {
        for (name, value) in headers {
            let isToken = !name.isEmpty && name.utf8.allSatisfy(Self.isTokenByte)
            guard isToken, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }) else {
                throw RequestRefusal(.malformed, detail: "header field")
            }
        }
    }

    private func checkHost(_ headers: HTTPHeaders) throws(RequestRefusal) {
        let hosts = headers["host"]
        guard hosts.count == 1, let host = hosts.first, !host.isEmpty, !host.contains(where: { " \t,/@".contains($0) }) else {
            throw RequestRefusal(.malformed, detail: "Host")
        }
    }

    private func checkTarget(_ target: String) throws(RequestRefusal) {
        guard target.utf8.first == UInt8(ascii: "/") else { throw RequestRefusal(.malformed, detail: "request target") }
        guard target == path else { throw RequestRefusal(.wrongPath) }
    }

    private func wantsContinue(_ headers: HTTPHeaders) throws(RequestRefusal) -> Bool {
        let wishes = headers["expect"]
        guard wishes.allSatisfy({ $0.lowercased() == "100-continue" }) else { throw RequestRefusal(.expectation) }
        return !wishes.isEmpty
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
