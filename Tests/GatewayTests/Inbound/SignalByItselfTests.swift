import AS4
import Documents
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("What the log tells of a signal that came by itself")
struct SignalByItselfTests {
    private let region: TestSide
    private let kommun: TestSide

    init() throws { (region, kommun) = (try TestSide(), try TestSide(.kommun)) }

    /// The line of the log about an error that the kommun signed and posted to the region.
    private func line(about name: String) throws -> String {
        let writer = try SignalWriter(key: kommun.parts.keyring.as4Key, certificate: kommun.parts.keyring.as4Certificate)
        let error = EBMSError(.other, Refusal(GatewayCode.onePayload)).about(name)
        let signal = try writer.error(error, messageID: "\(UUID().uuidString)@kommun.example", now: Date())
        let answer = region.inbound.receive(signal, from: "kommun")
        #expect(answer.status == 204)
        let log = CollectedLog()
        log.log.received(
            answer.event, from: PeerIdentity(partner: "kommun", certificateSHA256: String(repeating: "a", count: 64), address: "127.0.0.1"))
        return log.text
    }

    @Test("A message of ours is named by our own id")
    func known() throws {
        let id = try region.queue()
        let name = try #require(try region.outboundEntry(id)?.envelope.attributes[.as4MessageID])
        let line = try line(about: name)
        #expect(line.contains("\"about\":\"\(id)\"") && line.contains("EBMS:0004") && !line.contains(name))
    }

    @Test(
        "Any other name is not told: it may be a person number",
        arguments: ["201203159809@kommun.example", "a.201203159809@2321009900.sluss", "tilda.provberg@kommun.example"])
    func unknown(_ name: String) throws {
        let line = try line(about: name)
        #expect(line.contains("\"about\":\"?\"") && !line.contains("201203") && !line.contains("provberg"), "\(line)")
    }
}
