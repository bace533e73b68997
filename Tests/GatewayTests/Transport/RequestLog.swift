import Synchronization

@testable import Gateway

/// The requests that reached `respond`.
final class RequestLog: Sendable {
    private let requests = Mutex<[ReceivedRequest]>([])

    func note(_ request: ReceivedRequest) { requests.withLock { $0.append(request) } }
    var all: [ReceivedRequest] { requests.withLock { $0 } }
    var count: Int { all.count }
}
