import CareMessages
import Documents
import Foundation
import Signatures
import Testing

@Suite("The schemas and what is embedded of them")
struct SchemaTests {
    static let xs = "http://www.w3.org/2001/XMLSchema"

    private func schemas() throws -> [(name: String, root: Element)] {
        try Root.names(in: "Schemas", ending: ".xsd").map { ($0, try Document.parse(Root.bytes("Schemas/\($0)")).root) }
    }

    private func elements(_ root: Element, _ name: String) -> [Element] {
        root.children.flatMap { ($0.is(name, in: Self.xs) ? [$0] : []) + elements($0, name) }
    }

    @Test("The embedded schemas are those committed; after a change run Schemas/embed.py")
    func schemasFresh() throws {
        let names = try Root.names(in: "Schemas", ending: ".xsd")
        #expect(Set(names) == Set(SchemaFiles.all.keys))
        for name in names { #expect(try Root.bytes("Schemas/\(name)") == SchemaFiles.all[name], "\(name)") }
        #expect(SchemaFiles.all[SchemaFiles.main] != nil)
    }

    @Test("The embedded examples are those committed, one for each type")
    func examplesFresh() throws {
        let names = try Root.names(in: "Schemas/examples", ending: ".xml")
        #expect(Set(names) == Set(ExampleFiles.all.keys))
        for name in names { #expect(try Root.bytes("Schemas/examples/\(name)") == ExampleFiles.all[name], "\(name)") }
        #expect(Set(names) == Set(MessageType.allCases.map { ExampleMessage.fileName($0) }))
    }

    @Test("The generator finds nothing to do", .enabled(if: Root.has("python3"), "python3 is not installed"))
    func generatorAgrees() throws {
        let run = try Root.run(["python3", Root.path("Schemas/embed.py"), "--check"])
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("xmllint accepts every example", .enabled(if: Root.has("xmllint"), "xmllint is not installed"), arguments: MessageType.allCases)
    func xmllintAccepts(_ type: MessageType) throws {
        let example = Root.path("Schemas/examples/\(ExampleMessage.fileName(type))")
        let run = try Root.run(["xmllint", "--noout", "--nonet", "--schema", Root.path("Schemas/samverkan.xsd"), example])
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("The example with an attachment is accepted with its file, refused without it, and xmllint accepts it")
    func attachmentExample() throws {
        let folder = "Schemas/examples/bilagor"
        let (text, file) = (try Root.bytes("\(folder)/M04-planeringsunderlag.xml"), try Root.bytes("\(folder)/hjalpmedelslista.txt"))
        var context = Checking.context(.planeringsunderlag)
        context.attachedFiles = [AttachedFile(id: "bilaga-1", size: file.count, sha256: Hexadecimal.text(Digest.sha256(file)))]
        let outcome = try Checking.outcome(String(decoding: text, as: UTF8.self), context)
        #expect(outcome.isAccepted && outcome.findings.isEmpty)
        #expect(outcome.message?.envelope.attachments.map(\.title) == ["Hjälpmedelslista"])
        context.attachedFiles = []
        #expect(try Checking.outcome(String(decoding: text, as: UTF8.self), context).findings.map(\.rule) == ["E14"])
        guard Root.has("xmllint") else { return }
        let path = Root.path("\(folder)/M04-planeringsunderlag.xml")
        #expect(try Root.run(["xmllint", "--noout", "--nonet", "--schema", Root.path("Schemas/samverkan.xsd"), path]).status == 0)
    }

    @Test("Every element and attribute is documented in Swedish with its provision, and named in ASCII")
    func documented() throws {
        var count = 0
        for (file, root) in try schemas() {
            for declaration in elements(root, "element") + elements(root, "attribute") {
                guard let name = declaration.attribute("name") else { continue }
                count += 1
                let documentation = declaration.child("annotation", in: Self.xs)?.child("documentation", in: Self.xs)
                let text = try documentation?.text() ?? ""
                #expect(text.contains("Lagrum: "), "\(file): \(name)")
                #expect(documentation?.attribute("lang", in: "http://www.w3.org/XML/1998/namespace") == "sv", "\(file): \(name)")
                #expect(name.utf8.count == name.count, "\(file): \(name)")
            }
        }
        #expect(count >= 70)
    }

    @Test("Socialtjänstlagen is never named without its version")
    func statuteVersions() throws {
        for (file, root) in try schemas() {
            for documentation in elements(root, "documentation") {
                let text = try documentation.text()
                guard text.lowercased().contains("socialtjänstlagen (") else { continue }
                #expect(text.contains("(SoL2025)") || text.contains("(SoL2001)"), "\(file)")
            }
        }
    }

    @Test("No element holds text without a limit: every type is one of ours")
    func limited() throws {
        for (file, root) in try schemas() where file != "signatur.xsd" {
            for declaration in elements(root, "element") {
                guard let type = declaration.attribute("type") else { continue }
                #expect(type.hasPrefix("sam:") || type == "xs:boolean", "\(file): \(type)")
            }
            for restriction in elements(root, "restriction")
            where ["xs:string", "xs:token", "xs:NCName"].contains(restriction.attribute("base")) {
                let facets = Set(restriction.children.map(\.name))
                #expect(!facets.isDisjoint(with: ["maxLength", "pattern", "enumeration"]), "\(file)")
            }
        }
    }
}
