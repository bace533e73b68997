import NIOCore
import NIOHTTP1

/// A request whose head is accepted and whose body is still coming.
struct IncomingRequest {
    let peer: PeerIdentity
    let contentType: String?
    let begun: NIODeadline
    private(set) var body: [UInt8] = []

    init(head: HTTPRequestHead, plan: RequestRules.Plan, peer: PeerIdentity, begun: NIODeadline) {
        self.peer = peer
        self.begun = begun
        contentType = head.headers.first(name: "content-type")
        // Not all that is announced: memory follows what has come.
        body.reserveCapacity(min(plan.length ?? 0, 64 * 1024))
    }

    mutating func append(_ part: ByteBuffer) { body.append(contentsOf: part.readableBytesView) }

    func finished(path: String) -> ReceivedRequest {
        ReceivedRequest(path: path, contentType: contentType, body: body, peer: peer)
    }
}
