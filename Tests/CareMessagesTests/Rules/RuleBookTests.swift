import CareMessages
import Documents
import Foundation
import Testing

@Suite("The rule book")
struct RuleBookTests {
    @Test("Ids are unique, stable in form, and common or of one type")
    func ids() {
        let ids = RuleBook.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in RuleBook.all {
            #expect(rule.id.wholeMatch(of: /[EW](0[1-9]|1[0-2]|[1-9][0-9]?[0-9]{2})/) != nil, "\(rule.id)")
            #expect(rule.types.count == 1 || rule.types == MessageType.allCases)
        }
        #expect(RuleBook.rule("E102")?.types == [.inskrivningsmeddelande])
        #expect(RuleBook.rule("W503")?.types == [.utskrivningsklar])
        #expect(RuleBook.rule("E1701")?.types == [.remiss])
        #expect(RuleBook.rule("E04")?.types == MessageType.allCases)
    }

    @Test("Every error of the common part and of the three types is there")
    func complete() {
        var wanted = ["E10", "E11", "E12", "E1701", "E1702", "W1701"]
        wanted += (1...9).map { "E0\($0)" } + (1...3).map { "W0\($0)" }
        for number in 1...4 { wanted += ["E10\(number)", "W10\(number)", "E50\(number)"] }
        wanted += (1...3).map { "W50\($0)" }
        #expect(Set(wanted).isSubset(of: RuleBook.all.map(\.id)))
    }

    @Test("Every rule says in two languages what is wrong and what to do, and on what it rests")
    func texts() {
        for rule in RuleBook.all {
            for text in [rule.description.text, rule.description.remedy] {
                #expect(text.sv.hasSuffix(".") && text.en.hasSuffix(".") && text.sv != text.en, "\(rule.id)")
            }
            #expect(rule.description.law == "Slussens regel" || rule.description.law.contains("ag"), "\(rule.id)")
            if rule.description.law.lowercased().contains("socialtjänstlagen") {
                #expect(rule.description.law.contains("SoL20"), "\(rule.id)")
            }
        }
    }

    @Test("Only what domain practice calls a warning carries an E without refusing")
    func severities() {
        for rule in RuleBook.all { #expect((rule.severity == .warning) == (rule.id.hasPrefix("W") || rule.id == "E10"), "\(rule.id)") }
    }

    @Test("A finding survives JSON")
    func codable() throws {
        let mutation = try #require(TypeMutations.all.first)
        let findings = try Checking.outcome(mutation.text(), mutation.context).findings
        #expect(try JSONDecoder().decode([Finding].self, from: JSONEncoder().encode(findings)) == findings)
    }

    @Test("A finding names the element concerned, or its parent when the element is missing")
    func places() throws {
        func place(_ id: String, _ mutation: Mutation) throws -> String? {
            try Checking.outcome(mutation.text(), mutation.context).findings.first { $0.rule == id }?.place.path
        }
        let receiver = Mutation("x", "E03", .inskrivningsmeddelande, [element("Roll", "BUP"): element("Roll", "SIS")])
        #expect(try place("E03", receiver) == "/sam:Inskrivningsmeddelande/sam:Kuvert/sam:Mottagare[3]/sam:Roll")
        let missing = Mutation("x", "E06", .utskrivningsklar, [element("RefererarTill", Checking.admission): ""])
        #expect(try place("E06", missing) == "/sam:Utskrivningsklar/sam:Kuvert")
        let digit = Mutation("x", "E04", .inskrivningsmeddelande, ["201203159809": "201203159808"])
        let finding = try #require(Checking.outcome(digit.text(), digit.context).findings.first)
        #expect(finding.place.path == "/sam:Inskrivningsmeddelande/sam:Patient/sam:Patientid/sam:Identitetsvarde")
        #expect(finding.place.line == 51)
        #expect(finding.text.sv.contains("kontrollsiffra"))
    }
}
