import CareMessages
import Documents
import Foundation
import Testing

@Suite("Routing when the facts are thin, contradict each other or are protected")
struct RouterTests {
    private func codes(_ decision: RoutingDecision) -> [String] { decision.warnings.map(\.code) }

    @Test("Under 21 without placement information: warned with what to ask, sent to the registered, but nobody is made counterpart")
    func unknownPlacement() throws {
        for age in [0, 17, 18, 20] {
            let decision = RoutingExample.decide(RoutingExample.facts { $0.age = age })
            #expect(codes(decision) == ["V004"])
            #expect(RoutingExample.lines(decision).first == "0382 SOCIALTJANST SKA")
            #expect(decision.counterpart?.kommunkod == nil)
            #expect(decision.payer?.kommunkod == "0382")
            #expect(try #require(decision.warnings.first).remedy.sv.contains("vilken kommun beslutade"))
        }
        let grown = RoutingExample.decide(RoutingExample.facts { $0.age = 21 })
        #expect(codes(grown).isEmpty && grown.counterpart?.kommunkod == "0382")
    }

    @Test("A later message of a case whose admission told is not asked again")
    func later() {
        let decision = RoutingExample.decide(RoutingExample.facts(.utskrivningsklar) { $0.couldTellPlacement = false })
        #expect(codes(decision).isEmpty)
    }

    @Test("The register fills in what the message does not know")
    func register() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts { $0.placements = [try RoutingExample.placement(by: "0319", "HVB_ENSKILD", in: "1480")] })
        #expect(decision.row == .institution)
        #expect(RoutingExample.lines(decision).first == "0319 SOCIALTJANST SKA")
        #expect(codes(decision).isEmpty)
    }

    @Test("The form is taken from the register when the message names the same municipality without one")
    func formFromRegister() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts {
                $0.statement = .placed(kommun: "0319", form: nil, vistelsekommun: nil)
                $0.placements = [try RoutingExample.placement(by: "0319", "LSS_BOSTAD")]
            })
        #expect(decision.row == .lssBostad)
    }

    @Test("Placed at once by two municipalities: refused with both as candidates, and nobody gets the message")
    func ambiguous() throws {
        for type in [MessageType.inskrivningsmeddelande, .utskrivningsklar, .kallelseTillSip, .utlatandeHalsoundersokning] {
            let decision = RoutingExample.decide(
                try RoutingExample.facts(type) {
                    $0.placements = [
                        try RoutingExample.placement(by: "1480", case: "c2"), try RoutingExample.placement(by: "0319"),
                    ]
                })
            #expect(decision.refusal?.code == "V002")
            #expect(decision.refusal?.severity == .error)
            #expect(decision.candidates == [.kommun("0319"), .kommun("1480")])
            #expect(decision.recipients.isEmpty && decision.parties.isEmpty)
            #expect(decision.error?.is(RoutingCode.ambiguousPlacement) == true)
            #expect(decision.counterpart?.kommunkod == nil)
        }
    }

    @Test("A message that names one of two rivals settles it, with a warning")
    func settled() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts {
                $0.statement = .placed(kommun: "1480", form: nil, vistelsekommun: nil)
                $0.placements = [try RoutingExample.placement(by: "1480", case: "c2"), try RoutingExample.placement(by: "0319")]
            })
        #expect(decision.refusal == nil)
        #expect(codes(decision).contains("V005"))
        #expect(RoutingExample.lines(decision).contains("1480 SOCIALTJANST SKA"))
        #expect(RoutingExample.lines(decision).contains("0319 SOCIALTJANST KAN"))
    }

    @Test("The message names another municipality than the register: the message goes first, and it warns")
    func contradiction() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts {
                $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: nil)
                $0.placements = [try RoutingExample.placement(by: "1480")]
            })
        #expect(codes(decision) == ["V005"])
        #expect(decision.warnings.first?.targets == [.kommun("0319"), .kommun("1480")])
        #expect(decision.counterpart?.kommunkod == "0319")
    }

    @Test("The message says not placed but the register knows a placement: the placing municipality is told, and it warns")
    func denied() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts {
                $0.statement = .notPlaced
                $0.placements = [try RoutingExample.placement(by: "0319")]
            })
        #expect(codes(decision) == ["V005"])
        #expect(RoutingExample.lines(decision).first == "0319 SOCIALTJANST SKA")
    }

    @Test("Two placements of one municipality are one municipality, the newer form counts, and it warns")
    func double() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts {
                $0.placements = [
                    try RoutingExample.placement(by: "0319", "JOURHEM"),
                    try RoutingExample.placement(by: "0319", "HVB_KOMMUN", from: "2026-08-01", case: "c2"),
                ]
            })
        #expect(decision.refusal == nil && decision.row == .institution)
        #expect(codes(decision) == ["V007"])
    }

    @Test("A placement that has ended is asked about, and not taken for one")
    func ended() throws {
        let decision = RoutingExample.decide(
            try RoutingExample.facts { $0.endedPlacement = try RoutingExample.placement(by: "0319") })
        #expect(decision.row == .ordinary)
        #expect(codes(decision) == ["V006", "V004"])
    }

    @Test(
        "Without folkbokföring and placement there is nobody to send to",
        arguments: ["ASYLSOKANDE", "UTLANDET", "OKAND", "SKYDDAD"])
    func nobody(_ reason: String) throws {
        let facts = RoutingExample.facts { $0.registration = .none(reason: reason) }
        let decision = RoutingExample.decide(facts)
        #expect(decision.refusal?.code == "V001")
        #expect(decision.candidates.isEmpty && decision.payer?.kommunkod == nil)
        let ended = RoutingExample.decide(
            try RoutingExample.facts {
                $0.registration = .none(reason: reason)
                $0.endedPlacement = try RoutingExample.placement(by: "0319")
            })
        #expect(ended.refusal?.code == "V001" && ended.candidates == [.kommun("0319")])
        let openCareOnly = RoutingExample.decide(
            RoutingExample.facts { ($0.registration, $0.needs, $0.age) = (.none(reason: reason), [.regionalOppenvard], 30) })
        #expect(RoutingExample.lines(openCareOnly) == ["03 PRIMARVARD SKA"])
    }

    @Test("A request, referral or placement message without a region is refused with the regions to ask")
    func noRegion() {
        for type in [MessageType.begaranHalsoundersokning, .placeringsmeddelande] {
            let facts = RoutingExample.facts(type) { $0.senderRegion = "14" }
            let decision = RoutingExample.decide(facts)
            #expect(decision.refusal?.code == "V003")
            #expect(decision.candidates == [.region("03"), .region("14")])
            let told = RoutingExample.decide(RoutingExample.facts(type) { $0.stayRegion = "03" })
            #expect(told.refusal == nil)
        }
        let referral = RoutingExample.decide(RoutingExample.facts(.remiss) { $0.registration = .none(reason: "OKAND") })
        #expect(referral.refusal?.code == "V003")
    }

    @Test("A placement message that moves the home tells the former region too, but not of a protected child")
    func formerRegion() throws {
        let facts = try RoutingExample.facts(.placeringsmeddelande) {
            $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: "0382")
            $0.placements = [try RoutingExample.placement(by: "0319", in: "1480")]
        }
        #expect(RoutingExample.decide(facts).recipients.map(\.target) == [.region("03"), .region("14")])
        var protected = facts
        (protected.isProtected, protected.stayRegion) = (true, "03")
        #expect(RoutingExample.decide(protected).recipients.map(\.target) == [.region("03")])
    }

    @Test("A protected patient goes to protected mailboxes only, and no place of stay shows anywhere")
    func protected() throws {
        let facts = RoutingExample.facts {
            $0.isProtected = true
            $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: "1480")
            $0.needs = [.socialtjanst, .kommunalHSL]
        }
        let decision = RoutingExample.decide(facts)
        #expect(decision.needsProtectedMailbox)
        let addresses = decision.recipients.flatMap(\.addresses)
        #expect(addresses.map(\.address).sorted() == ["SE2120009903-S201", "SE2321009900-P499"])
        #expect(addresses.allSatisfy { $0.isProtectedMailbox } && decision.parties.allSatisfy { $0.isProtectedMailbox })
        // 0382 pays and 0319's health care is needed, but neither has a protected mailbox.
        #expect(codes(decision) == ["V012", "V012"])
        let shown = String(decoding: try JSONEncoder().encode(decision), as: UTF8.self) + decision.explanation().map(\.sv).joined()
        #expect(!shown.contains("1480") && !shown.contains("Göteborg"))
    }

    @Test("The open care of a protected patient is the sender's region, whether placed or not")
    func protectedOpenCare() {
        for statement in [RoutingFacts.Statement.notPlaced, .placed(kommun: "0319", form: nil, vistelsekommun: "1480")] {
            let facts = RoutingExample.facts {
                ($0.registration, $0.stayRegion, $0.statement) = (.municipality("1480"), "14", statement)
                $0.needs = [.regionalOppenvard]
            }
            var protected = facts
            protected.isProtected = true
            #expect(RoutingExample.lines(RoutingExample.decide(facts)).contains("14 PRIMARVARD SKA"))
            #expect(RoutingExample.lines(RoutingExample.decide(protected)).contains("03 PRIMARVARD SKA"))
        }
    }

    @Test("Sheltered housing asks for protected mailboxes even when the message states no protection, and warns")
    func unprotectedShelter() {
        let decision = RoutingExample.decide(
            RoutingExample.facts { $0.statement = .placed(kommun: "0319", form: "SKYDDAT_BOENDE", vistelsekommun: "1480") })
        #expect(decision.needsProtectedMailbox)
        #expect(codes(decision).contains("V009"))
        #expect(decision.exclusions.isEmpty)
        #expect(decision.recipients.first?.address?.address == "SE2120009903-S201")
    }

    @Test("An open mailbox is used for others, also where a protected one exists")
    func openMailbox() {
        let decision = RoutingExample.decide(
            RoutingExample.facts { $0.statement = .placed(kommun: "0319", form: "FAMILJEHEM", vistelsekommun: nil) })
        #expect(decision.recipients.first?.address?.address == "social.0319.example")
        #expect(decision.parties.map(\.kommunkod) == ["0319", "0382"])
        #expect(decision.parties.allSatisfy { !$0.isProtectedMailbox })
    }

    @Test("Gotland is municipality and region: each role finds its unit in the one organisation")
    func gotland() {
        let facts = RoutingExample.facts {
            $0.age = 80
            $0.registration = .municipality("0980")
            $0.needs = [.socialtjanst, .kommunalHSL]
        }
        let decision = RoutingExample.decide(facts)
        #expect(
            RoutingExample.lines(decision) == ["0980 SOCIALTJANST SKA", "0980 KOMMUNAL_HSL SKA", "09 PRIMARVARD SKA"])
        #expect(
            decision.recipients.compactMap(\.address?.address) == ["social.0980.example", "hsl.0980.example", "primarvard.0980.example"])
        #expect(Set(decision.parties.map(\.organisationsnummer)) == [RoutingExample.gotland])
        let comparison = RoutingComparison(decision, receivers: decision.parties, addressBook: RoutingExample.book)
        #expect(comparison.right.count == 3 && comparison.missing.isEmpty && comparison.superfluous.isEmpty)
    }

    @Test("An address that is missing or not single is said")
    func addresses() {
        let facts = RoutingExample.facts { ($0.registration, $0.statement) = (.municipality("2584"), .notPlaced) }
        #expect(codes(RoutingExample.decide(facts)) == ["V011"])
        let double = AddressBook(
            RoutingExample.book.entries + [
                RoutingExample.addressee(RoutingExample.otherKommun, .socialtjanst, "norra.0382.example") { $0.kommunkod = "0382" }
            ])
        let decision = Router(addressBook: double).decide(RoutingExample.facts { $0.statement = .notPlaced })
        #expect(codes(decision) == ["V013"])
        #expect(decision.recipients.first?.address == nil && decision.recipients.first?.addresses.count == 2)
        #expect(decision.parties.isEmpty)
    }

    @Test("An answer goes to whom it answers, a withdrawal to those who had the message")
    func answers() {
        let social = RoutingExample.unit(RoutingExample.kommun, .socialtjanst, kommunkod: "0319", address: "social.0319.example")
        let facts = RoutingExample.facts(.kvittens) {
            $0.sender = social
            $0.answered = [RoutingExample.ward]
            $0.parties = [RoutingExample.ward]
        }
        let decision = RoutingExample.decide(facts)
        #expect(decision.recipients.map(\.addresses.first?.address) == ["SE2321009900-A101"])
        #expect(decision.recipients.map(\.necessity) == [.expected])
        #expect(decision.payer == nil && decision.counterpart == nil)
    }
}
