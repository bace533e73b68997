import CareMessages
import Documents
import Foundation
import Signatures
import Testing

/// Nothing of a message type may be missing: whoever adds one is told here what is left to do.
@Suite("Every message type is whole")
struct TypeCompletenessTests {
    /// Why a type has no rule of its own.
    private static let withoutRules: [MessageType: String] = [:]

    @Test("It has a schema of its own, embedded, with the root element and a Swedish text", arguments: MessageType.allCases)
    func schema(_ type: MessageType) throws {
        let name = "\(type.rawValue)-\(ExampleMessage.fileName(type).dropFirst(4).prefix { $0 != "." }).xsd"
        let bytes = try #require(SchemaFiles.all[name], "no \(name)")
        let root = try Document.parse(bytes).root
        let elements = root.children.filter { $0.is("element", in: SchemaTests.xs) }
        #expect(elements.compactMap { $0.attribute("name") } == [type.rootElement])
        let main = String(decoding: try #require(SchemaFiles.all[SchemaFiles.main]), as: UTF8.self)
        #expect(main.contains("schemaLocation=\"\(name)\""))
        let words = try root.child("annotation", in: SchemaTests.xs)?.child("documentation", in: SchemaTests.xs)?.text() ?? ""
        #expect(words.hasPrefix("\(type.rawValue) "), "the documentation does not begin with \(type.rawValue)")
    }

    @Test("It has a model, and its example is read and written back as the same values", arguments: MessageType.allCases)
    func model(_ type: MessageType) throws {
        #expect(type.content.type == type)
        let message = try #require(Checking.examples.get()[type])
        #expect(message.type == type && message.envelope.declaredType == type.rawValue)
        #expect((message.patient != nil) == type.facts.carriesPatient)
        let written = try Document.parse(MessageWriter.bytes(message), limits: .message)
        #expect(try MessageReader.read(UnsignedContent(written)) == message)
    }

    @Test("It can be made at random, so that writing and reading are compared", arguments: MessageType.allCases)
    func generated(_ type: MessageType) throws {
        #expect(type.content is any GeneratedContent.Type)
        var source = ValueSource(seed: 7)
        #expect(try source.message(type).type == type)
    }

    @Test("It has a rule of its own or a reason to have none, broken and nearly broken in tests", arguments: MessageType.allCases)
    func rules(_ type: MessageType) {
        let own = RuleBook.all.filter { !$0.isCommon && $0.types == [type] }
        #expect(own.isEmpty == (Self.withoutRules[type]?.isEmpty == false))
        #expect(MutationTests.all.contains { $0.type == type })
    }

    @Test("It says in two languages what it is, on what it rests, who sends it to whom and what follows", arguments: MessageType.allCases)
    func facts(_ type: MessageType) {
        let facts = type.facts
        for text in [facts.title.sv, facts.title.en, facts.law] { #expect(!text.isEmpty && !text.hasSuffix(".")) }
        #expect(facts.title.sv == "Placeringsmeddelande" || facts.title.sv != facts.title.en)
        #expect(!facts.roles.senders.isEmpty && !facts.roles.receivers.isEmpty)
        #expect(!facts.law.lowercased().contains("socialtjänstlagen") || facts.law.contains("SoL20"))
        if case .required(let types) = facts.reference {
            #expect(!types.isEmpty && !facts.opensCase, "what must refer to something cannot open a case")
        }
        for answer in facts.answers {
            #expect(!answer.facts.roles.senders.isDisjoint(with: facts.roles.receivers), "no receiver may send \(answer.rawValue)")
        }
    }

    @Test("It stands in the glossary, and in the readme of the schemas", arguments: MessageType.allCases)
    func documents(_ type: MessageType) throws {
        for (file, word) in [("Docs/glossary.md", "`\(type.content)`, \(type.rawValue)"), ("Schemas/README.md", "`\(type.rootElement)`")] {
            let text = String(decoding: try Root.bytes(file), as: UTF8.self)
            #expect(text.contains(word), "\(file) says nothing of \(word)")
        }
    }

    @Test("Numbers run from M01 without gaps")
    func numbers() {
        #expect(MessageType.allCases.map(\.number) == Array(1...MessageType.allCases.count))
        #expect(MessageType.allCases.map(\.rawValue) == (1...25).map { $0 < 10 ? "M0\($0)" : "M\($0)" })
    }
}
