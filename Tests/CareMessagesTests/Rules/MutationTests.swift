import CareMessages
import Documents
import Foundation
import Testing

@Suite("Spoiled examples")
struct MutationTests {
    static let all = FormMutations.all + CommonMutations.all + ProtectionMutations.all + TypeMutations.all + ReceiverMutations.all + ofTypes

    private static let ofTypes: [Mutation] = [
        AndradBeraknadUtskrivningMutations.all,
        FastVardkontaktUtseddMutations.all,
        PlaneringsunderlagMutations.all,
        AtertagandeUtskrivningsklarMutations.all,
        OppenvardensTillganglighetMutations.all,
        KallelseTillSipMutations.all,
        SvarPaKallelseMutations.all,
        SamordnadPlanMutations.all,
        UnderrattelseOppenTvangsvardMutations.all,
        UtskrivningsinformationMutations.all,
        AvslutVardtillfalleMutations.all,
        BegaranHalsoundersokningMutations.all,
        BeskedHalsoundersokningMutations.all,
        UtlatandeHalsoundersokningMutations.all,
        RemissbekraftelseMutations.all,
        RemissvarMutations.all,
        PlaceringsmeddelandeMutations.all,
        SisUnderrattelseMutations.all,
        MakuleringMutations.all,
        KvittensMutations.all,
        AndradPartMutations.all,
        AvvikelseMutations.all,
    ].flatMap { $0 }

    @Test("A spoiled example is reported with exactly the expected id, at a place", arguments: all)
    func spoiled(_ mutation: Mutation) throws {
        let outcome = try Checking.outcome(mutation.text(), mutation.context)
        #expect(Set(outcome.findings.map(\.rule)) == mutation.expected)
        let isWarning = mutation.expected.allSatisfy { $0.hasPrefix("W") || $0 == "E10" }
        #expect(outcome.isAccepted == isWarning)
        for finding in outcome.findings {
            #expect(finding.severity == (finding.rule.hasPrefix("W") || finding.rule == "E10" ? .warning : .error))
            #expect(!finding.text.sv.isEmpty && !finding.text.en.isEmpty && !finding.remedy.sv.isEmpty && !finding.remedy.en.isEmpty)
            if !["D002", "D003"].contains(finding.rule) { #expect(finding.place.line != nil, "no line") }
            if ["E", "W"].contains(finding.rule.prefix(1)) { #expect(finding.law?.isEmpty == false) }
        }
    }

    @Test("A violation of the schema names the element's path")
    func schemaPlaces() throws {
        for mutation in FormMutations.schema {
            let outcome = try Checking.outcome(mutation.text(), mutation.context)
            #expect(outcome.findings.allSatisfy { $0.rule == "D010" && $0.place.path?.hasPrefix("/sam:") == true && $0.detail != nil })
        }
    }

    @Test("At least sixty mutations are refused, and every rule has one that breaks it")
    func coverage() {
        let refusing = Self.all.filter { !$0.expected.allSatisfy { $0.hasPrefix("W") || $0 == "E10" } }
        #expect(refusing.count >= 60)
        #expect(Set(Self.all.map(\.testDescription)).count == Self.all.count)
        let covered = Set(Self.all.flatMap(\.expected))
        #expect(Set(RuleBook.all.filter { $0.watchedAs == nil }.map(\.id)).subtracting(covered).isEmpty)
    }

    @Test("No finding carries any content of the message")
    func silence() throws {
        let words = [
            "Tilda", "Provberg", "2012", "0315", "9809", "Familjen", "Påhittade", "74999", "Provby", "Läkardotter", "cykel", "Malte",
            "Övningsson",
            "2010", "0508", "9816", "koncentration", "undervisningen", "Skolexempel", "465 004", "1212", "2391", "S201", "A101",
            "2321009900", "Syskon",
            "REKTOR", "HEMLIG<", "KANSKE",
        ]
        for mutation in Self.all {
            let outcome = try Checking.outcome(mutation.text(), mutation.context)
            #expect(!outcome.findings.isEmpty)
            for finding in outcome.findings {
                let parts = [finding.place.path, finding.detail].compactMap { $0 }
                // Texts and provisions are constants, which tests of the rule book read; a year in a statute's number is no content.
                let shown = parts.joined(separator: " ") + finding.text.sv + finding.text.en + finding.remedy.sv + finding.remedy.en
                for word in words { #expect(!shown.contains(word), "\(finding.rule) shows \(word)") }
            }
        }
    }

    @Test("What a check passes on without the document holds no patient data")
    func summaries() throws {
        let encoder = JSONEncoder()
        for mutation in Self.all {
            let outcome = try Checking.outcome(mutation.text(), mutation.context)
            let json = String(decoding: try encoder.encode(outcome.summary), as: UTF8.self)
            let printed = outcome.message.map { "\($0) \(String(describing: $0.patient)) \($0.patient?.identities ?? [])" } ?? ""
            for word in ["Tilda", "Provberg", "9809", "Provby", "Malte", "Övningsson", "9816", "cykel"] {
                #expect(!json.contains(word))
                #expect(!printed.contains(word))
            }
        }
    }
}
