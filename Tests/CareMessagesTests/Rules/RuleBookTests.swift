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
            #expect(rule.id.wholeMatch(of: /[EW](0[1-9]|1[0-4]|[1-9][0-9]?[0-9]{2})/) != nil, "\(rule.id)")
            #expect(rule.types.count == 1 || rule.isCommon)
        }
        #expect(RuleBook.rule("E102")?.types == [.inskrivningsmeddelande])
        #expect(RuleBook.rule("W503")?.types == [.utskrivningsklar])
        #expect(RuleBook.rule("E1701")?.types == [.remiss])
        #expect(RuleBook.rule("E04")?.types == MessageType.allCases)
        #expect(
            RuleBook.rule("W13")?.types == [
                .inskrivningsmeddelande, .underrattelseOppenTvangsvard, .begaranHalsoundersokning, .remiss, .placeringsmeddelande,
                .sisUnderrattelse,
            ])
        #expect(RuleBook.rule("E12")?.types == [.inskrivningsmeddelande])
        #expect(RuleBook.rule("E12")?.description.standing == .own)
        for type in [MessageType.andradBeraknadUtskrivning, .begaranHalsoundersokning] {
            #expect(RuleBook.rule("W11")?.types.contains(type) == true)
        }
        #expect(RuleBook.rule("W10")?.types.contains { [.sisUnderrattelse, .kvittens, .avvikelse].contains($0) } == false)
    }

    /// How many errors and warnings there are of each type, by its number, numbered from 1 without gaps. 0 holds for every type.
    private static let counts: [(type: Int, errors: Int, warnings: Int)] = [
        (0, 14, 13), (1, 4, 4), (2, 2, 2), (3, 1, 0), (4, 1, 1), (5, 4, 5), (6, 1, 1), (7, 0, 1), (8, 4, 4), (9, 2, 1), (10, 3, 1),
        (11, 2, 2), (12, 1, 2), (13, 1, 1), (14, 2, 5), (15, 2, 1), (16, 2, 2), (17, 3, 1), (18, 3, 1), (19, 2, 2), (20, 4, 4),
        (21, 1, 2), (22, 5, 1), (23, 4, 2), (24, 2, 2), (25, 2, 1),
    ]

    @Test("Every rule is there, and no other")
    func complete() {
        let wanted = Self.counts.flatMap { entry in
            let of = { (letter: String, count: Int) in
                (1...20).prefix(count).map { "\(letter)\(entry.type == 0 ? "" : "\(entry.type)")\($0 < 10 ? "0" : "")\($0)" }
            }
            return of("E", entry.errors) + of("W", entry.warnings)
        }
        #expect(Set(wanted) == Set(RuleBook.all.map(\.id)))
        #expect(wanted.count == RuleBook.all.count)
    }

    @Test("What rests on a reading of the law only warns, and says that it is one; a rule of our own says that it is")
    func standings() {
        for rule in RuleBook.all {
            let description = rule.description
            let isReading = description.standing == .reading
            #expect(!isReading || rule.severity == .warning, "\(rule.id)")
            #expect(description.text.sv.hasSuffix(" Läsning, inte lagtext.") == isReading, "\(rule.id)")
            #expect(description.text.en.hasSuffix(" A reading, not the wording of the law.") == isReading, "\(rule.id)")
            #expect((description.standing == .own) == description.law.contains("Slussens"), "\(rule.id)")
            #expect(!description.law.contains("läsning"), "\(rule.id)")
        }
        #expect(Set(RuleBook.all.map(\.description.standing)) == Set(RuleStanding.allCases))
    }

    @Test("Every rule says in two languages what is wrong and what to do, and on what it rests")
    func texts() {
        for rule in RuleBook.all {
            for text in [rule.description.text, rule.description.remedy] {
                #expect(text.sv.hasSuffix(".") && text.en.hasSuffix(".") && text.sv != text.en, "\(rule.id)")
            }
            #expect(rule.description.law.hasPrefix("Slussens regel") || rule.description.law.contains("ag"), "\(rule.id)")
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
