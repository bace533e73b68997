import NIOCore
import NIOHTTP1

/// Puts the answer of one exchange together, under the client's limits.
struct AnswerCollector {
    let maximumBody: Int
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    init(maximumBody: Int) { self.maximumBody = maximumBody }

    /// Whether any part of the answer has come.
    var hasBegun: Bool { head != nil }

    /// Takes a part; the answer and whether the connection survives it when the part was the last.
    mutating func take(_ part: HTTPClientResponsePart) throws(TransportFailure) -> (answer: HTTPAnswer, isReusable: Bool)? {
        switch part {
        case .head(let head):
            try begin(head)
            return nil
        case .body(let bytes):
            guard body.count + bytes.readableBytes <= maximumBody else { throw tooLarge }
            body.append(contentsOf: bytes.readableBytesView)
            return nil
        case .end:
            guard let head else { throw malformed("end without head") }
            return (answer(head), head.isKeepAlive && head.version == .http1_1)
        }
    }

    private mutating func begin(_ head: HTTPResponseHead) throws(TransportFailure) {
        guard head.version.major == 1, (200...599).contains(head.status.code) else { throw malformed("status \(head.status.code)") }
        let lengths = head.headers["content-length"]
        guard lengths.isEmpty || !head.headers.contains(name: "transfer-encoding") else { throw malformed("two lengths") }
        if let text = lengths.first, let length = Int(text), length > maximumBody { throw tooLarge }
        self.head = head
    }

    private func answer(_ head: HTTPResponseHead) -> HTTPAnswer {
        HTTPAnswer(
            status: Int(head.status.code), contentType: head.headers.first(name: "content-type"),
            headers: head.headers.map { HTTPAnswer.Field(name: $0.name, value: $0.value) }, body: body)
    }

    private var tooLarge: TransportFailure {
        TransportFailure(.answerTooLarge, requestWasSent: true, detail: "limit \(maximumBody) bytes")
    }

    private func malformed(_ detail: String) -> TransportFailure {
        TransportFailure(.malformedAnswer, requestWasSent: true, detail: detail)
    }
}
