import Documents
import Foundation
import Testing

@testable import Signatures

@Suite("Remembered chains", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct ChainMemoryTests {
    let people: Identities
    let now = Date().addingTimeInterval(3600)

    init() throws { people = try Identities.shared.get() }

    private func question(_ leaf: Certificate, _ policy: TrustPolicy, chain: [Certificate] = []) -> ChainMemory.Question {
        ChainMemory.Question(leaf: leaf, chain: chain, purpose: .signing, policy: policy)
    }

    private func verdict(_ leaf: Certificate) -> ChainVerdict { ChainVerdict(path: [leaf], bases: []) }

    @Test("An answer holds from the instant it was given until the first certificate ends, for the same material only")
    func holds() throws {
        let memory = ChainMemory(capacity: 2)
        let policy = people.authority.policy
        let asked = question(people.rsa, policy)
        memory.keep(verdict(people.rsa), for: asked, verifiedAt: now)
        #expect(memory.verdict(on: asked, at: now)?.path == [people.rsa])
        #expect(memory.verdict(on: asked, at: people.rsa.notAfter.addingTimeInterval(-1)) != nil)
        #expect(memory.verdict(on: asked, at: people.rsa.notAfter) == nil)
        #expect(memory.verdict(on: asked, at: now.addingTimeInterval(-1)) == nil, "not before it was asked")
        #expect(memory.verdict(on: question(people.other, policy), at: now) == nil)
        #expect(memory.verdict(on: question(people.rsa, policy, chain: [people.other]), at: now) == nil)
        var reloaded = policy
        reloaded.anchors = try policy.anchors.map { try Certificate(der: $0.der) }
        #expect(memory.verdict(on: question(people.rsa, reloaded), at: now) == nil, "a reload asks anew")
        var moved = policy
        (moved.anchors, moved.intermediates) = (policy.anchors + policy.intermediates, [])
        #expect(policy.intermediates.isEmpty || memory.verdict(on: question(people.rsa, moved), at: now) == nil)
    }

    @Test("A full memory forgets, and a chain that has ended is not kept")
    func bounded() {
        let memory = ChainMemory(capacity: 1)
        let policy = people.authority.policy
        memory.keep(verdict(people.rsa), for: question(people.rsa, policy), verifiedAt: now)
        memory.keep(verdict(people.other), for: question(people.other, policy), verifiedAt: now)
        #expect(memory.count == 1 && memory.verdict(on: question(people.rsa, policy), at: now) == nil)
        memory.keep(verdict(people.rsa), for: question(people.rsa, policy), verifiedAt: people.rsa.notAfter.addingTimeInterval(1))
        #expect(memory.count == 1)
    }
}
