import CareMessages
import Testing

@Suite("What must be objected to")
struct RequiredRuleTests {
    @Test("Each demand on a type has its rules, of the severity demanded", arguments: RequiredRule.all)
    func demand(_ required: RequiredRule) throws {
        #expect(!required.ids.isEmpty)
        let rules = required.ids.compactMap { RuleBook.rule($0) }
        let deadlines = required.ids.compactMap { DeadlineKind(rawValue: $0) }
        #expect(rules.count + deadlines.count == required.ids.count, "an id that does not exist")
        #expect((required.force == .watched) == !deadlines.isEmpty)
        let severity: Finding.Severity = required.force == .refuses ? .error : .warning
        for rule in rules { #expect(rule.severity == severity, "\(rule.id)") }
        guard let type = required.type else { return }
        let judging = required.type == .fastVardkontaktUtsedd && required.force == .warns ? MessageType.utskrivningsklar : type
        #expect(rules.isEmpty || rules.contains { $0.types.contains(judging) })
    }

    @Test("Each demand is broken by a message in a test, and kept by one that comes close")
    func tested() {
        let broken = Set(MutationTests.all.flatMap(\.expected))
        for id in Set(RequiredRule.all.flatMap(\.ids)) {
            guard let rule = RuleBook.rule(id), rule.watchedAs == nil else { continue }
            #expect(broken.contains(id), "\(id)")
        }
    }

    @Test("A rule that no message breaks is named by its time limit, and a time limit names a warning that exists")
    func watched() {
        for rule in RuleBook.all { if let kind = rule.watchedAs { #expect(kind.rule == rule.id) } }
        for kind in DeadlineKind.allCases { if let id = kind.rule { #expect(RuleBook.rule(id)?.severity == .warning, "\(id)") } }
        #expect(RuleBook.all.compactMap(\.watchedAs) == [.verksamhetskvittens])
    }

    @Test("Every type has a demand, and late messages on what is urgent are never refused")
    func types() {
        #expect(Set(RequiredRule.all.compactMap(\.type)) == Set(MessageType.allCases))
        let late = ["W101", "W401", "W501", "W801", "W901", "W1201", "W1404", "W1501", "W1601", "W1801", "W2101", "W01"]
        for id in late { #expect(RuleBook.rule(id)?.severity == .warning, "\(id)") }
    }
}
