import NIOHTTP1

/// Status line and fields of an answer of ours.
enum AnswerHead {
    /// Fields only the transport may set: a wrong one would break the framing.
    private static let reserved: Set<String> = ["content-length", "transfer-encoding", "connection", "content-type"]

    static func make(_ answer: HTTPAnswer, closes: Bool) -> HTTPResponseHead {
        var headers = HTTPHeaders()
        if let type = answer.contentType { headers.add(name: "Content-Type", value: type) }
        headers.add(name: "Content-Length", value: String(answer.body.count))
        if closes { headers.add(name: "Connection", value: "close") }
        for field in answer.headers where !reserved.contains(field.name.lowercased()) { headers.add(name: field.name, value: field.value) }
        return HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    }
}
