import CareMessages
import Foundation
import Testing

/// One way to spoil an example, and the id (rarely ids) it must be reported with.
struct Mutation: Sendable, CustomTestStringConvertible {
    let name: String
    let type: MessageType
    /// The id it was made for: of the rule that must speak, or, at the edge of a rule, of the one that must be silent.
    let judged: String
    var expected: Set<String>
    var edits: [(old: String, new: String)]
    var change: @Sendable (inout RuleContext) -> Void = { _ in }

    init(_ name: String, _ expected: String, _ type: MessageType, _ edits: KeyValuePairs<String, String> = [:]) {
        self.name = name
        self.type = type
        judged = expected
        self.expected = [expected]
        self.edits = edits.map { ($0.key, $0.value) }
    }

    /// The same with other knowledge around the message.
    func knowing(_ change: @escaping @Sendable (inout RuleContext) -> Void) -> Mutation {
        var copy = self
        copy.change = change
        return copy
    }

    /// The same, where the spoiling cannot but break a second rule.
    func also(_ id: String) -> Mutation {
        var copy = self
        copy.expected.insert(id)
        return copy
    }

    var testDescription: String { "\(expected.sorted().joined(separator: " ")) \(name)" }

    struct Ineffective: Error { let edit: String }

    /// The spoiled text. An edit that finds nothing to change is a fault of the table.
    func text() throws -> String {
        var text = try Checking.text(type)
        for edit in edits {
            guard let range = text.range(of: edit.old) else { throw Ineffective(edit: edit.old) }
            text.replaceSubrange(range, with: edit.new)
        }
        return text
    }

    var context: RuleContext {
        var context = Checking.context(type)
        change(&context)
        return context
    }
}
