import CareMessages
import Foundation
import Testing

@Suite("What the rules may know")
struct RuleContextTests {
    /// A rule whose fact nobody sets is silent for ever, and no test of the rule alone shows it.
    @Test("Every field of the context and of the memory is set somewhere in the product")
    func set() throws {
        let context = Mirror(reflecting: RuleContext(now: .distantPast)).children.compactMap(\.label)
        let memory = Mirror(reflecting: MessageMemory(caseFacts: nil, earlierDigest: nil)).children.compactMap(\.label)
        let sources = try Self.sources()
        #expect(context.count > 10 && memory.count > 5 && sources.count > 100)
        for field in context { #expect(Self.sets(field, of: "RuleContext", named: ["context", "known"], sources), "RuleContext.\(field)") }
        for field in memory { #expect(Self.sets(field, of: "MessageMemory", named: ["memory"], sources), "MessageMemory.\(field)") }
    }

    @Test("A field that is only read, declared or compared is found out")
    func unset() {
        let sources = [
            "package var never: Int?", "if context.never == 1 { use(context.never) }", "other.never = 1", "RuleContext(now: never)",
        ]
        #expect(!Self.sets("never", of: "RuleContext", named: ["context"], sources))
        #expect(Self.sets("never", of: "RuleContext", named: ["context"], ["context.never = 1"]))
        #expect(Self.sets("never", of: "RuleContext", named: ["context"], ["RuleContext(now: now, never: 1)"]))
    }

    /// By assignment to a value of the customary names, or as an argument where one is made.
    private static func sets(_ field: String, of type: String, named names: [String], _ sources: [String]) -> Bool {
        sources.contains { text in
            names.contains { text.contains("\($0).\(field) = ") }
                || text.split(separator: "\n").contains { $0.contains("\(type)(") && $0.contains("\(field): ") }
        }
    }

    private static func sources() throws -> [String] {
        let folder = Root.path("Sources")
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }
}
