import Documents
import Foundation
import TestSupport
import Testing

@testable import AS4

/// Names that attack file systems, logs and terminals, in every place of the header where a peer may write a name.
@Suite("Hostile names")
struct HostileNameTests {
    static let names = [
        "../../etc/passwd", "..\\..\\windows", "/etc/cron.d/x", "a\nb", "a\r\nInjected: yes", "a\u{0}b", "\u{1B}[2J", "a\u{202E}b",
        "a\u{200B}b",
        "a\u{2028}b", "%2e%2e%2f", "=cmd|' /C calc'!A0", "<x/>", "&amp;", "'\"", "å", "a\u{30A}", " ", "",
        String(repeating: "x", count: 5000), "CON", "-rf",
    ]

    private static let foreign = [
        "fuzzdb-path-traversal-windows.txt", "patt-crlfinjection.txt", "patt-deep_traversal.txt", "patt-traversal-exotic-encoding.txt",
    ]

    /// Either nothing of the kind can be written or read, or exactly the same characters come back: never a normalised name.
    private func survives(_ change: (inout UserMessage) -> Void) throws -> String {
        var message = Sample.message(at: Date(timeIntervalSince1970: 1_795_348_800))
        change(&message)
        return Verdict {
            let markup = Markup("eb:Messaging", namespaces: ["eb": Namespace.ebms], children: [UserMessageWriter.markup(message)])
            let document = try Document.parse(try Document(markup).serialized(), limits: .soapHeader)
            let read = try UserMessageReader(try document.root.only("UserMessage", in: Namespace.ebms)).message()
            #expect(read == message)
        }.code
    }

    private func check(_ name: String, withID id: String) throws {
        let codes = try [
            survives { $0.conversationID = name }, survives { $0.action = name },
            survives { $0.from = AS4Party(PartyID(name, type: nil), role: "r") },
            survives { $0.properties.append(MessageProperty(name, value: "v")) },
            survives { $0.properties.append(MessageProperty("n", value: name)) },
        ]
        #expect(codes.allSatisfy { ["accepted", "A028", "D013"].contains($0) }, "\(codes)")
        let message = UserMessage(
            messageID: id, timestamp: .now, from: Sample.from, to: Sample.to, exchange: Sample.exchange)
        let isPlain = id.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !id.contains("..")
        #expect(isPlain || !MessageIdentifier.isWellFormed(message.messageID))
    }

    @Test("A hostile name is refused or comes back character by character", arguments: names)
    func hostile(_ name: String) throws {
        try check(name, withID: name + "@example.se")
    }

    @Test(
        "The same holds for the lists of others", .enabled(if: SharedCorpus.has("attack/names"), "\(SharedCorpus.skipReason)"),
        arguments: foreign)
    func foreignList(_ file: String) throws {
        let lines = String(decoding: try SharedCorpus.bytes(of: "attack/names/\(file)"), as: UTF8.self).split(separator: "\n").prefix(300)
        #expect(lines.count > 5)
        for line in lines { try check(String(line), withID: String(line) + "@example.se") }
    }

    @Test("A Content-ID that is a path is compared, never normalised")
    func contentID() {
        #expect(ContentID.parse(uri: "cid:a/../b") == "a/../b" && ContentID.parse(header: "<a/./b>") == "a/./b")
        #expect(ContentID.parse(header: "<a\u{30A}>") == nil && ContentID.parse(header: "<a>b>") == nil)
    }
}
