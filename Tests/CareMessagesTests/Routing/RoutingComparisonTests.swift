import CareMessages
import Documents
import Testing

@Suite("A decision beside the receivers of the message")
struct RoutingComparisonTests {
    private let decision = RoutingExample.decide(
        RoutingExample.facts { $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: "1480") })

    private func party(_ organisation: String, _ principal: Party.Principal?, _ role: Roll = .socialtjanst) -> Party {
        Party(organisationsnummer: organisation, principal: principal, address: .functional("a.example"), role: role)
    }

    private func compare(_ decision: RoutingDecision, _ receivers: [Party], asks: Bool = false) -> RoutingComparison {
        RoutingComparison(decision, receivers: receivers, addressBook: RoutingExample.book, asksForRouting: asks)
    }

    @Test("The right receivers give nothing to say")
    func right() {
        let comparison = compare(decision, decision.parties)
        #expect(comparison.right.map(\.target) == [.kommun("0319"), .kommun("0382")])
        #expect(comparison.notes.isEmpty)
    }

    @Test("A missing placing municipality and a missing payer are told apart")
    func missing() {
        let registered = party(RoutingExample.otherKommun, .municipality("0382"))
        #expect(compare(decision, [registered]).notes.map(\.code) == ["V014"])
        let placing = party(RoutingExample.kommun, .municipality("0319"))
        let comparison = compare(decision, [placing])
        #expect(comparison.notes.map(\.code) == ["V015"])
        #expect(comparison.missing.map(\.target) == [.kommun("0382")])
        #expect(comparison.notes.first?.severity == .warning)
    }

    @Test("The municipality of the stay, a unit of another role and a stranger are superfluous; their place is told")
    func superfluous() {
        let strangers = [
            party(RoutingExample.thirdKommun, .municipality("1480")), party(RoutingExample.kommun, .municipality("0319"), .kommunalHSL),
            party("2120009945", nil),
        ]
        let comparison = compare(decision, decision.parties + strangers)
        #expect(comparison.superfluous == [2, 3, 4])
        #expect(comparison.notes.map(\.code) == ["V016", "V016", "V016"])
        #expect(comparison.notes.map(\.path) == ["Kuvert/Mottagare[3]", "Kuvert/Mottagare[4]", "Kuvert/Mottagare[5]"])
    }

    @Test("What may go is neither missing nor superfluous")
    func optional() {
        let bup = party(RoutingExample.region, .region("14"), .bup)
        let comparison = compare(decision, decision.parties + [bup])
        #expect(comparison.notes.isEmpty && comparison.right.count == 3)
    }

    @Test("A receiver without a code is known by the address book")
    func byBook() {
        let comparison = compare(decision, [party(RoutingExample.kommun, nil), party(RoutingExample.otherKommun, nil)])
        #expect(comparison.missing.isEmpty && comparison.superfluous.isEmpty)
    }

    @Test("An open mailbox for a protected patient is said")
    func openMailbox() {
        let protected = RoutingExample.decide(
            RoutingExample.facts {
                ($0.isProtected, $0.registration) = (true, .municipality("0319"))
                $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: nil)
            })
        #expect(compare(protected, protected.parties).notes.isEmpty)
        let open = compare(protected, [party(RoutingExample.kommun, .municipality("0319"))])
        #expect(open.notes.map(\.code) == ["V017"])
        #expect(open.notes.first?.path == "Kuvert/Mottagare[1]/SkyddadBrevlada")
    }

    @Test("An unknown municipality refuses only a message that asks to be routed")
    func refusal() {
        let unknown = RoutingExample.decide(RoutingExample.facts { $0.registration = .none(reason: "OKAND") })
        let receivers = [party(RoutingExample.kommun, .municipality("0319"))]
        #expect(!compare(unknown, receivers).notes.contains { $0.severity == .error })
        #expect(compare(unknown, receivers, asks: true).notes.first?.code == "V001")
        #expect(compare(unknown, receivers).superfluous.isEmpty)
    }

    @Test("A note becomes a finding at its place in the message")
    func finding() throws {
        let document = try Document.parse(Array(Checking.text(.inskrivningsmeddelande).utf8))
        let comparison = compare(decision, decision.parties + [party("2120009945", nil)])
        let note = try #require(comparison.notes.last)
        let finding = note.finding(below: document.root)
        #expect(finding.rule == "V016" && finding.severity == .warning)
        #expect(finding.place.path?.contains("Mottagare[3]") == true)
        #expect(note.finding(below: nil).place == .unknown)
    }
}
