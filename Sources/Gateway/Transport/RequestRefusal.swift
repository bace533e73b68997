import Documents

/// A request that is answered by the transport itself, after which the connection is closed.
struct RequestRefusal: Error, Equatable {
    let code: ListenerCode
    let status: Int
    /// What exactly, for the peer's operator and our log. Never content.
    let detail: String?

    init(_ code: ListenerCode, detail: String? = nil) {
        self.code = code
        self.detail = detail
        status = Self.status(of: code)
    }

    /// One line of plain text: code and English words.
    var answer: HTTPAnswer {
        let line = "\(code.rawValue) \(code.text.en)\(detail.map { " (\($0))" } ?? "")\n"
        return HTTPAnswer(status: status, contentType: "text/plain; charset=utf-8", headers: fields, body: Array(line.utf8))
    }

    private var fields: [HTTPAnswer.Field] {
        switch status {
        case 405: [HTTPAnswer.Field(name: "Allow", value: "POST")]
        case 503: [HTTPAnswer.Field(name: "Retry-After", value: "30")]
        default: []
        }
    }

    private static func status(of code: ListenerCode) -> Int {
        switch code {
        case .malformed, .handshakeFailed: 400
        case .noLongerTrusted, .clientNotTrusted: 403
        case .wrongPath: 404
        case .wrongMethod: 405
        case .headTimeout, .bodyTimeout, .handshakeTimeout: 408
        case .lengthRequired: 411
        case .bodyTooLarge: 413
        case .targetTooLong: 414
        case .contentCoding: 415
        case .expectation: 417
        case .headTooLarge: 431
        case .draining, .partnerConnections, .memoryBudget, .tooManyConnections, .partnerRequests, .partnerMemory,
            .partnerDisk, .bodyNotStored, .cannotJudge, .refusalUnrecorded, .undecryptable:
            503
        case .versionUnsupported: 505
        }
    }
}
