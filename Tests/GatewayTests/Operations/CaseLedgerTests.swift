import CareMessages
import Documents
import Foundation
import Glibc
import Signatures
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Ledger of cases")
struct CaseLedgerTests {
    private let region: TestSide

    init() throws { region = try TestSide() }

    private func message(_ notice: Notice) throws -> CareMessage {
        let check = try MessageCheck()
        let outcome = check.check(
            notice.bytes, verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: RuleContext(now: Date()))
        return try #require(outcome.message)
    }

    @Test("The case, its parties and an id used before are remembered, also after a restart")
    func remembers() throws {
        let first = Notice(to: [.kommunUnit, .neighbourUnit])
        #expect(try region.outbound.submit(first.bytes).copies.count == 2)
        let next = try message(Notice(caseID: first.caseID))
        for ledger in [region.ledger, try region.spools.ledger()] {
            let memory = ledger.memory(for: next)
            #expect(memory.caseFacts?.earlier.map(\.messageID) == [first.messageID], "two copies are one message")
            #expect(memory.caseFacts?.earlier.first?.isSamePatient == true)
            #expect(memory.caseFacts?.parties == ["2321009900", "2120009903", "2120009911"])
            #expect(memory.earlierDigest == nil)
            let same = ledger.memory(for: try message(first))
            #expect(same.earlierDigest == Digest.sha256(first.bytes).hexadecimal)
            #expect(same.caseFacts?.earlier.isEmpty == true, "a message is not its own predecessor")
        }
    }

    @Test("A second admission of the patient to the ward, in another case, is open; another ward's is not")
    func openAdmission() throws {
        _ = try region.queue(Notice(ward: "SE2321009900-A7777"))
        #expect(region.ledger.memory(for: try message(Notice(ward: "SE2321009900-A7777"))).caseFacts?.hasOpenAdmission == true)
        #expect(region.ledger.memory(for: try message(Notice(ward: "SE2321009900-A8888"))).caseFacts?.hasOpenAdmission == false)
    }

    @Test("Other case, other memory")
    func otherCase() throws {
        _ = try region.queue()
        let memory = region.ledger.memory(for: try message(Notice()))
        #expect(memory.caseFacts?.earlier.isEmpty == true && memory.caseFacts?.parties.isEmpty == true)
    }

    @Test("A patient is known by a digest that means nothing in another spool")
    func secret() throws {
        let other = try TestSide()
        let number = ["201203159809"]
        #expect(region.ledger.patientKeys(number) == region.ledger.patientKeys(number))
        #expect(region.ledger.patientKeys(number) != other.ledger.patientKeys(number))
        #expect(region.ledger.patientKeys(number).allSatisfy { $0.count == 64 })
    }

    @Test("A message noted twice is one line; one without the facts of a business message is none")
    func notes() throws {
        let id = try region.queue()
        let entry = try #require(try region.outboundEntry(id))
        let ledger = CaseLedger(secret: region.spools.secret)
        ledger.note(entry.envelope)
        ledger.note(entry.envelope)
        #expect(ledger.knows(id) && ledger.entries(forBusinessMessage: entry.envelope.attributes[.businessMessageID] ?? "").count == 1)
        let bare = Envelope(id: region.spools.newID(at: Date()), createdAt: Date(), type: "M01", partner: "kommun")
        ledger.note(bare)
        #expect(!ledger.knows(bare.id))
    }

    @Test("Work on shared keys takes turns, work on others does not wait")
    func turns() async throws {
        let turns = KeyedTurns()
        let pool = BlockingPool(threadCount: 8)
        final class Counter: Sendable {
            let state = Mutex((now: 0, most: 0))
        }
        let (shared, apart) = (Counter(), Counter())
        @Sendable func enter(_ counter: Counter) {
            counter.state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            usleep(20_000)
            counter.state.withLock { $0.now -= 1 }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask { try await pool.run { turns.exclusively(["a", "s\(number)"]) { enter(shared) } } }
                group.addTask { try await pool.run { turns.exclusively(["x\(number)"]) { enter(apart) } } }
            }
            try await group.waitForAll()
        }
        await pool.stop()
        #expect(shared.state.withLock { $0.most } == 1)
        #expect(apart.state.withLock { $0.most } > 1)
        struct Stop: Error {}
        #expect(throws: Stop.self) { try turns.exclusively(["a"]) { throw Stop() } }
        #expect(turns.exclusively(["a"]) { true }, "the key is free again after an error")
    }
}
