import CareMessages
import Documents
import Foundation
import Testing

@Suite("What came to the wrong place")
struct MisdirectionTests {
    private let instant = Date(timeIntervalSince1970: 1_790_000_000)

    private func admission(to kommun: String = "1480", _ change: (inout EventFacts) -> Void = { _ in }) throws -> CaseEvent {
        let receiver = RoutingExample.unit(RoutingExample.thirdKommun, .socialtjanst, kommunkod: kommun)
        var event = try RoutingExample.event(.inskrivningsmeddelande, "m1", by: RoutingExample.ward, to: [receiver])
        event.facts.folkbokforingskommun = "0382"
        event.facts.isUnder21 = true
        change(&event.facts)
        return event
    }

    private func forwarding(_ code: String, protected: Bool = false) throws -> Addressee {
        try #require(
            RoutingExample.book.entries.first { $0.kommunkod == code && $0.role == .socialtjanst && $0.isProtectedMailbox == protected })
    }

    @Test(
        "A municipality that placed, by the message or the register, or that pays, has a part in it", arguments: ["0319", "0382", "0180"])
    func ours(_ own: String) throws {
        let event = try admission(to: own) { $0.placeringskommun = "0319" }
        let judged = Misdirection(event, kommunkod: own, lanskod: nil, placements: [try RoutingExample.placement(by: "0180")])
        #expect(judged.verdict == .ours)
        #expect(!judged.candidates.contains(.kommun(own)))
    }

    @Test("Another municipality has not, and the candidates are the placing one first")
    func notOurs() throws {
        let judged = Misdirection(try admission { $0.placeringskommun = "0319" }, kommunkod: "1480", lanskod: nil)
        #expect(judged.verdict == .notOurs)
        #expect(judged.candidates == [.kommun("0319"), .kommun("0382")])
    }

    @Test("For a child of whom no placement is known only a person can tell; of a grown-up it is told")
    func uncertain() throws {
        let child = Misdirection(try admission(), kommunkod: "1480", lanskod: nil)
        #expect(child.verdict == .uncertain && child.warnings.map(\.code) == ["V018"])
        let grown = Misdirection(try admission { $0.isUnder21 = false }, kommunkod: "1480", lanskod: nil)
        #expect(grown.verdict == .notOurs && grown.candidates == [.kommun("0382")])
        let bare = Misdirection(try admission { $0.folkbokforingskommun = nil }, kommunkod: "1480", lanskod: nil)
        #expect(bare.verdict == .uncertain && bare.candidates.isEmpty)
    }

    @Test("A region has a part in what concerns its area; Gotland's municipality is its region")
    func regions() throws {
        let social = RoutingExample.unit(RoutingExample.kommun, .socialtjanst, kommunkod: "0319")
        let unit = RoutingExample.unit(RoutingExample.region, .bup)
        var event = try RoutingExample.event(.begaranHalsoundersokning, "m1", by: social, to: [unit])
        event.facts.vistelsekommun = "0382"
        #expect(Misdirection(event, kommunkod: nil, lanskod: "03").verdict == .ours)
        let other = Misdirection(event, kommunkod: nil, lanskod: "14")
        #expect(other.verdict == .uncertain && other.candidates == [.region("03")])
        event.facts.vistelsekommun = "0980"
        event.receivers = [RoutingExample.unit(RoutingExample.gotland, .bup, kommunkod: "0980")]
        #expect(Misdirection(event, kommunkod: "0980", lanskod: nil).verdict == .ours)
    }

    @Test("The receipt for what came wrong goes to the sending unit and names the message, nothing else")
    func misdirected() throws {
        let reply = Misdirection(try admission { $0.placeringskommun = "0319" }, kommunkod: "1480", lanskod: nil).misdirected(at: instant)
        #expect(reply.receiver == RoutingExample.ward)
        #expect(reply.refersTo == "m1" && reply.caseID == "c1" && reply.level == "VERKSAMHET" && reply.result == "FELSAND")
        #expect(reply.forwardedTo == nil && reply.instant == instant)
        let all = Mirror(reflecting: reply).children.map { "\($0.value)" }.joined()
        #expect(!all.contains("0319") && !all.contains("0382"))
    }

    @Test("What was sent on names the organisation, unless the patient is protected")
    func forwarded() throws {
        let judged = Misdirection(try admission { $0.placeringskommun = "0319" }, kommunkod: "1480", lanskod: nil)
        let reply = try judged.forwarded(to: forwarding("0319"), at: instant)
        #expect(reply.result == "VIDARESAND" && reply.forwardedTo == RoutingExample.kommun)
        let protected = try admission {
            $0.placeringskommun = "0319"
            $0.isProtected = true
        }
        let careful = Misdirection(protected, kommunkod: "1480", lanskod: nil)
        #expect(throws: Refusal(RoutingCode.protectedMailboxMissing)) { try careful.forwarded(to: forwarding("0319"), at: instant) }
        #expect(try careful.forwarded(to: forwarding("0319", protected: true), at: instant).forwardedTo == nil)
    }

    @Test("Nothing is sent on to who sent it or has it")
    func known() throws {
        let judged = Misdirection(try admission(), kommunkod: "1480", lanskod: nil)
        #expect(throws: Refusal(RoutingCode.alreadyReceiver)) { try judged.forwarded(to: forwarding("1480"), at: instant) }
        let back = Addressee(RoutingExample.ward)
        #expect(throws: Refusal(RoutingCode.alreadyReceiver)) { try judged.forwarded(to: back, at: instant) }
    }
}
