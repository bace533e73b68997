import CareMessages
import Foundation
import TestSupport
import Testing

@testable import Gateway

@Suite("Reports of cases as JSON")
struct CaseReportJSONTests {
    /// Cases of every kind, closed, open and without their beginning.
    private static func dossiers() throws -> [CaseDossier] {
        try [MessageType.allCases, [.atertagandeUtskrivningsklar], [.inskrivningsmeddelande, .utskrivningsklar], [.remiss]].flatMap {
            types in
            let folder = try TemporaryFolder("archive")
            for type in types {
                try folder.write(ExampleFiles.all[ExampleMessage.fileName(type)] ?? [], to: ExampleMessage.fileName(type))
            }
            return CaseCollection(try MessageArchive(folder: folder.path, at: Date()).lines).compactMap { $0 }
        }
    }

    @Test("What is written for a list is byte for byte what Foundation's encoder writes")
    func sameBytes() throws {
        let (dossiers, now) = (try Self.dossiers(), Date())
        #expect(dossiers.count >= 8)
        var fields: Set<String> = []
        for dossier in dossiers {
            let report = CaseReport(dossier, under: .law, at: now)
            #expect(report.json + [0x0A] == (try JSONReport.line(report)), "\(report.id)")
            for deadline in dossier.judged(under: .law, at: now).deadlines.map({ DeadlineReport($0, of: report.id) }) {
                #expect(deadline.json + [0x0A] == (try JSONReport.line(deadline)), "\(deadline.kind)")
                let object = try JSONSerialization.jsonObject(with: Data(deadline.json)) as? [String: Any]
                fields.formUnion(object.map { Array($0.keys) } ?? [])
            }
        }
        #expect(fields.isSuperset(of: ["ended_at", "note_sv", "remaining_seconds", "awaiting"]), "a field was never compared")
    }

    @Test("Signs that JSON must hide are hidden as Foundation hides them")
    func escapes() throws {
        let texts = ["\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}", "åäö €", "\u{2028}", ""]
        var object = JSONObjectWriter()
        object.texts("texts", texts)
        #expect(object.bytes + [0x0A] == (try JSONReport.line(["texts": texts])))
    }
}
