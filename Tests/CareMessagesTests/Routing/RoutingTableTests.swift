import CareMessages
import Documents
import Foundation
import Testing

@Suite("The routing table, row by row")
struct RoutingTableTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let facts: RoutingFacts
        let row: RoutingCase
        let recipients: [String]
        let payer: String?
        let counterpart: String?
        var warnings: [String] = []
        var testDescription: String { name }
    }

    private static func placed(
        type: MessageType = .inskrivningsmeddelande, _ form: String?, in stay: String? = nil,
        _ change: (inout RoutingFacts) -> Void = { _ in }
    ) -> RoutingFacts {
        RoutingExample.facts(type) {
            $0.statement = .placed(kommun: "0319", form: form, vistelsekommun: stay)
            change(&$0)
        }
    }

    static let homes: [Row] = ["FAMILJEHEM", "SLAKTING_NATVERKSHEM", "JOURHEM", "KONSULENTSTOTT_FAMILJEHEM"].map { (form: String) in
        Row(
            name: "admitted from \(form), registered in the municipality of the home", facts: placed(form, in: "0382"), row: .familjehem,
            recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST BOR", "03 PRIMARVARD KAN"], payer: "0382", counterpart: "0319")
    }

    static let institutions: [Row] = ["HVB_KOMMUN", "HVB_ENSKILD", "STODBOENDE"].map { (form: String) in
        Row(
            name: "admitted from \(form), registered in the placing municipality",
            facts: placed(form, in: "1480") { $0.registration = .municipality("0319") }, row: .institution,
            recipients: ["0319 SOCIALTJANST SKA", "14 PRIMARVARD KAN"], payer: "0319", counterpart: "0319")
    }

    static let others: [Row] = [
        Row(
            name: "ready for discharge to a familjehem in a third municipality",
            facts: placed(type: .utskrivningsklar, "FAMILJEHEM", in: "1480"),
            row: .familjehem, recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST BOR", "14 PRIMARVARD KAN"], payer: "0382",
            counterpart: "0319"),
        Row(
            name: "SiS, admission: SiS may not receive the type", facts: placed("SIS"), row: .sis,
            recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST BOR", "03 PRIMARVARD KAN"], payer: "0382", counterpart: "0319"),
        Row(
            name: "SiS, information at discharge", facts: placed(type: .utskrivningsinformation, "SIS"), row: .sis,
            recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST BOR", "SIS SIS KAN", "03 PRIMARVARD KAN"], payer: "0382",
            counterpart: "0319"),
        Row(
            name: "SiS, the youth wants to leave", facts: placed(type: .sisUnderrattelse, "SIS"), row: .sis,
            recipients: ["SIS SIS SKA", "0319 SOCIALTJANST KAN"], payer: nil, counterpart: nil),
        Row(
            name: "LSS housing", facts: placed("LSS_BOSTAD", in: "1480"), row: .lssBostad,
            recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST KAN", "14 PRIMARVARD KAN"], payer: "0319", counterpart: "0319",
            warnings: ["V008"]),
        Row(
            name: "unaccompanied, placed by the assigned municipality",
            facts: placed("FAMILJEHEM", in: "1480") { $0.registration = .none(reason: "ASYLSOKANDE") }, row: .assigned,
            recipients: ["0319 SOCIALTJANST SKA", "14 PRIMARVARD KAN"], payer: nil, counterpart: "0319", warnings: ["V008"]),
        Row(
            name: "sheltered housing with a guardian", facts: placed("SKYDDAT_BOENDE", in: "1480") { $0.isProtected = true },
            row: .skyddatBoende, recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST KAN", "03 PRIMARVARD KAN"], payer: "0382",
            counterpart: "0319"),
        Row(
            name: "own home under LVU", facts: placed("EGET_HEM") { $0.registration = .municipality("0319") }, row: .otherPlacement,
            recipients: ["0319 SOCIALTJANST SKA", "03 PRIMARVARD KAN"], payer: "0319", counterpart: "0319"),
        Row(
            name: "not placed", facts: RoutingExample.facts { $0.statement = .notPlaced }, row: .ordinary,
            recipients: ["0382 SOCIALTJANST SKA", "03 PRIMARVARD KAN"], payer: "0382", counterpart: "0382"),
        Row(
            name: "grown-up who needs municipal health care and nothing else",
            facts: RoutingExample.facts { ($0.age, $0.needs) = (84, [.kommunalHSL]) }, row: .ordinary,
            recipients: ["0382 KOMMUNAL_HSL SKA", "03 PRIMARVARD SKA"], payer: "0382", counterpart: "0382"),
        Row(
            name: "grown-up who needs open care only", facts: RoutingExample.facts { ($0.age, $0.needs) = (40, [.regionalOppenvard]) },
            row: .ordinary, recipients: ["03 PRIMARVARD SKA"], payer: "0382", counterpart: "0382"),
        Row(
            name: "placed, and the health care of the municipality of the stay is needed",
            facts: placed("FAMILJEHEM", in: "1480") { $0.needs = [.socialtjanst, .kommunalHSL] }, row: .familjehem,
            recipients: ["0319 SOCIALTJANST SKA", "14 PRIMARVARD SKA", "0382 SOCIALTJANST BOR", "1480 KOMMUNAL_HSL BOR"], payer: "0382",
            counterpart: "0319"),
        Row(
            name: "call to the SIP: the placing municipality is the counterpart", facts: placed(type: .kallelseTillSip, "FAMILJEHEM"),
            row: .familjehem, recipients: ["0319 SOCIALTJANST SKA", "0382 SOCIALTJANST KAN", "03 PRIMARVARD KAN"], payer: "0382",
            counterpart: "0319"),
        Row(
            name: "request for a health examination goes to the region of the home",
            facts: placed(type: .begaranHalsoundersokning, "FAMILJEHEM", in: "0382"), row: .familjehem,
            recipients: ["03 PRIMARVARD SKA", "03 TANDVARD SKA"], payer: nil, counterpart: "0319"),
        Row(
            name: "statement after the examination goes to the placing board",
            facts: placed(type: .utlatandeHalsoundersokning, "FAMILJEHEM"),
            row: .familjehem, recipients: ["0319 SOCIALNAMND SKA"], payer: nil, counterpart: "0319"),
        Row(
            name: "referral goes to the region of the stay", facts: placed(type: .remiss, "FAMILJEHEM", in: "0382"), row: .familjehem,
            recipients: ["03 PRIMARVARD BOR"], payer: nil, counterpart: nil),
        Row(
            name: "placement message goes to the region of the stay", facts: placed(type: .placeringsmeddelande, "FAMILJEHEM", in: "0382"),
            row: .familjehem, recipients: ["03 PRIMARVARD BOR"], payer: nil, counterpart: nil),
    ]

    static let rows: [Row] = homes + institutions + others

    @Test("A row gives its recipients, payer and counterpart", arguments: rows)
    func table(_ row: Row) {
        let decision = RoutingExample.decide(row.facts)
        #expect(decision.refusal == nil)
        #expect(decision.row == row.row)
        #expect(RoutingExample.lines(decision) == row.recipients)
        #expect(decision.payer?.kommunkod == row.payer)
        #expect(decision.counterpart?.kommunkod == row.counterpart)
        let addressCodes = ["V011", "V012", "V013"]
        #expect(decision.warnings.map(\.code).filter { !addressCodes.contains($0) } == row.warnings)
    }

    @Test("Every case of the table has a row here, and every kind of placement a case")
    func complete() {
        #expect(Set(Self.rows.map(\.row)) == Set(RoutingCase.allCases))
        #expect(Set(PlacementKind.allCases.map(\.rawValue)).count == PlacementKind.allCases.count)
    }

    @Test("The municipality of the stay gets nothing, and the decision says so")
    func excluded() {
        let decision = RoutingExample.decide(Self.placed("FAMILJEHEM", in: "1480"))
        #expect(decision.exclusions.map(\.target) == [.kommun("1480")])
        #expect(RoutingExample.decide(Self.placed("FAMILJEHEM", in: "0382")).exclusions.isEmpty)
    }

    @Test("A need that says nothing of socialtjänst weakens the duty to the placing municipality, but does not lift it")
    func weakNeed() {
        let decision = RoutingExample.decide(Self.placed("FAMILJEHEM") { $0.needs = [.regionalOppenvard] })
        #expect(RoutingExample.lines(decision).contains("0319 SOCIALTJANST BOR"))
    }

    @Test("Every type is routed or refused, for every kind of placement, and only to roles that may receive it")
    func everyType() {
        for type in MessageType.allCases {
            for form in ["FAMILJEHEM", "HVB_ENSKILD", "SIS", "LSS_BOSTAD", "SKYDDAT_BOENDE", "ANNAT", nil] {
                let facts = Self.placed(type: type, form, in: "0382") { ($0.answered, $0.stayRegion) = ([RoutingExample.ward], "03") }
                let decision = RoutingExample.decide(facts)
                #expect(decision.refusal == nil)
                #expect(decision.recipients.allSatisfy { !$0.roles.isEmpty && Set($0.roles).isSubset(of: type.receiverRoles) })
                #expect(decision.recipients.count == Set(RoutingExample.lines(decision)).count)
            }
        }
    }

    @Test("A decision explains itself in both languages, marks readings, and survives JSON")
    func explanation() throws {
        let decision = RoutingExample.decide(Self.placed("FAMILJEHEM", in: "1480"))
        let swedish = decision.explanation().map(\.sv).joined(separator: "\n")
        for part in [
            "Familjehem", "Ska till 0319 Älvkarleby SOCIALTJANST <social.0319.example>", "läsning", "Inte till 1480 Göteborg",
            "Betalar 0382 Östhammar", "Motpart 0319 Älvkarleby",
        ] {
            #expect(swedish.contains(part), "\(part)")
        }
        #expect(decision.explanation().map(\.en).joined().contains("Must go to 0319"))
        #expect(decision.explanation().allSatisfy { !$0.sv.isEmpty && !$0.en.isEmpty })
        #expect(try JSONDecoder().decode(RoutingDecision.self, from: JSONEncoder().encode(decision)) == decision)
    }
}
