import NIOCore
import Testing

@testable import Gateway

@Suite("Listener arithmetic")
struct ListenerArithmeticTests {
    private static let paces: [(Int, Duration, BodyPace.Verdict)] = [
        (0, .seconds(5), .inTime), (0, .milliseconds(5001), .tooSlow), (1023, .seconds(6), .tooSlow),
        (1024, .seconds(6), .inTime), (10_240, .seconds(15), .inTime), (10_240, .seconds(16), .tooSlow),
        (65_535, .seconds(60), .tooLong),
        // A large body has a second more for each 64 KiB.
        (1_073_741_824, .seconds(60), .inTime), (1_073_741_824, .seconds(16_444), .tooLong),
    ]

    @Test("A body is slow below the rate once the grace has passed, and late at its end", arguments: paces)
    func pace(received: Int, elapsed: Duration, verdict: BodyPace.Verdict) {
        #expect(BodyPace(limits: ListenerLimits()).verdict(received: received, elapsed: elapsed) == verdict)
    }

    @Test("The tally measures the request line and sees framing that outweighs content")
    func tally() {
        var tally = WireTally()
        tally.received(ByteBuffer(string: "POST /as4").readableBytesView)
        tally.received(ByteBuffer(string: " HTTP/1.1\r\nHost: gw\r\n\r\n").readableBytesView)
        #expect(tally.requestLineBytes == 19)
        tally.received(ByteBuffer(repeating: 0x61, count: 100_000).readableBytesView)
        #expect(!tally.isMostlyFraming)
        tally.chunksBegin(afterHead: tally.rawBytes)
        tally.received(ByteBuffer(repeating: 0x61, count: 16 * 1024).readableBytesView)
        #expect(!tally.isMostlyFraming)
        tally.received(ByteBuffer(repeating: 0x61, count: 10).readableBytesView)
        #expect(tally.isMostlyFraming)
        tally.body(2)
        #expect(!tally.isMostlyFraming)
        #expect(tally.requestLineBytes == 19)
    }

    @Test(
        "One address is one IPv4 address or one IPv6 /64 network",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "20:1:d:b8:0:1:0:2/64"),
            ("2001:db8:1:2::1", "20:1:d:b8:0:1:0:2/64"), ("2001:db8:1:3::1", "20:1:d:b8:0:1:0:3/64"),
        ])
    func network(address: String, key: String) {
        #expect(NetworkOrigin.key(ofIP: address) == key)
    }

    @Test("The ledger counts in all, by address, by partner, by requests and by bytes, and forgets what is closed")
    func ledger() {
        var limits = ListenerLimits()
        (limits.maximumConnections, limits.maximumConnectionsPerAddress) = (3, 2)
        (limits.maximumConnectionsPerPartner, limits.maximumRequestsPerPartner) = (1, 1)
        (limits.maximumBodiesPerPartner, limits.maximumBodiesInMemory) = (7, 10)
        let ledger = ConnectionLedger(limits: limits)
        #expect(["a", "a", "a", "b", "c"].map(ledger.open) == [true, true, false, true, false])
        ledger.close(from: "a")
        #expect(ledger.open(from: "c"))
        #expect(ledger.load.connections == 3)
        #expect([ledger.enter("p"), ledger.enter("p"), ledger.enter("q")] == [true, false, true])
        ledger.leave("p")
        #expect(ledger.enter("p"))
        #expect([ledger.begin(requestOf: "p"), ledger.begin(requestOf: "p"), ledger.begin(requestOf: "q")] == [true, false, true])
        ledger.end(requestOf: "p")
        #expect(ledger.begin(requestOf: "p"))
        #expect([6, 2, 1].map { ledger.reserve(bytes: $0, for: "p") } == [.granted, .shareUsed, .granted])
        #expect([4, 3].map { ledger.reserve(bytes: $0, for: "q") } == [.noRoom, .granted])
        ledger.release(bytes: 7, of: "p")
        #expect(ledger.load.bodyBytes == 3)
        #expect(ledger.reserve(bytes: 7, for: "p") == .granted)
    }
}
