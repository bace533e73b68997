import AS4
import NIOCore
import NIOHTTP1

/// A request whose head is accepted and whose body is still coming.
struct IncomingRequest {
    let peer: PeerIdentity
    let contentType: String?
    let begun: NIODeadline
    let body: BodyIntake

    init(head: HTTPRequestHead, peer: PeerIdentity, begun: NIODeadline, body: BodyIntake) {
        (self.peer, self.begun, self.body) = (peer, begun, body)
        contentType = head.headers.first(name: "content-type")
    }

    /// How long the body has been coming, without the time our own disk took.
    var elapsed: Duration { Duration(NIODeadline.now() - begun) - body.timeHeld }

    func finished(path: String, body: any ByteSource) -> ReceivedRequest {
        ReceivedRequest(path: path, contentType: contentType, body: body, peer: peer)
    }
}
