import CareMessages
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Cases from lines")
struct CaseCollectionTests {
    /// The examples of the admission, as an archive of them.
    private static let admission = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001"
    private static let placement = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2020"

    private static func instant(_ text: String) throws -> Date { try #require(InstantText.parse(text)) }

    private static func examples(_ types: [MessageType] = MessageType.allCases) throws -> (folder: TemporaryFolder, cases: CaseCollection) {
        let folder = try TemporaryFolder("archive")
        for type in types {
            try folder.write(ExampleFiles.all[ExampleMessage.fileName(type)] ?? [], to: ExampleMessage.fileName(type))
        }
        let archive = try MessageArchive(folder: folder.path, at: Date())
        return (folder, CaseCollection(archive.lines))
    }

    @Test("An archive gives the case its messages make, whatever else lies in the folder")
    func archive() throws {
        let (folder, cases) = try Self.examples()
        let dossier = try #require(cases.dossier(Self.admission))
        #expect(dossier.state.kind == .vardtillfalle && dossier.state.phase == .avslutad && dossier.state.missingLinks == [])
        #expect(dossier.involves("2321009900") && dossier.involves("2120009903") && !dossier.involves("2120009929"))
        try folder.write("<a/>", to: "other.xml")
        try folder.write("words", to: "notes.txt")
        let again = try MessageArchive(folder: folder.path, at: Date())
        #expect(again.unreadable == 1)
        #expect(CaseCollection(again.lines).dossier(Self.admission)?.state == dossier.state)
        #expect(cases.dossier("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999") == nil)
    }

    @Test("A signed message whose content was changed is not taken, an untouched one is")
    func signatures() throws {
        let region = try TestSide()
        let folder = try TemporaryFolder("archive")
        let notice = Notice()
        let signed = try region.signed(notice.bytes)
        try folder.write(signed, to: "good.xml")
        #expect(CaseCollection(try MessageArchive(folder: folder.path, at: Date()).lines).count == 1)
        try folder.write(String(decoding: signed, as: UTF8.self).replacing("Provberg", with: "Probberg"), to: "good.xml")
        let changed = try MessageArchive(folder: folder.path, at: Date())
        #expect(changed.lines.isEmpty && changed.unreadable == 1)
    }

    @Test("The newest are those that changed last, in the order of the whole list, and what a filter leaves out is made up for")
    func newest() throws {
        let cases = try Self.examples().cases
        let all = cases.compactMap { CaseReport($0, under: .law, at: Date()) }.sorted(by: CaseReport.precedes).map(\.id)
        #expect(all.count == cases.count && all.count > 3)
        for limit in [1, 3, all.count, all.count + 10] {
            #expect(cases.newest(limit) { $0.state.id } == Array(all.prefix(limit)))
        }
        let others = cases.newest(2) { $0.state.id == all[0] ? nil : $0.state.id }
        #expect(others == Array(all[1...2]))
        #expect(cases.newest(0) { $0.state.id }.isEmpty)
    }

    @Test("Ids are found by their beginning")
    func ids() throws {
        let cases = try Self.examples().cases
        #expect(cases.ids(beginning: Self.admission) == [Self.admission])
        #expect(cases.ids(beginning: "c2a7e0d4").count == cases.count && cases.ids(beginning: "ffff").isEmpty)
    }

    @Test("A request for a health examination in a case of its own keeps the placement's limit")
    func related() throws {
        func status(_ types: [MessageType]) throws -> DeadlineReport.Standing? {
            let cases = try Self.examples(types).cases
            let dossier = try #require(cases.dossier(Self.placement))
            let now = try Self.instant("2026-09-01T12:00:00+02:00")
            return dossier.judged(under: .law, at: now).deadlines.map { DeadlineReport($0, of: "x") }
                .first { $0.kind == .begaranHalsoundersokning }?.status
        }
        #expect(try status([.placeringsmeddelande]) == .missed)
        #expect(try status([.placeringsmeddelande, .begaranHalsoundersokning]) == .met)
    }

    @Test("The payment state names the missing link and says that it binds nobody")
    func payment() throws {
        let cases = try Self.examples([.inskrivningsmeddelande, .utskrivningsklar]).cases
        let dossier = try #require(cases.dossier(Self.admission))
        let now = try Self.instant("2026-09-19T12:00:00+02:00")
        let report = try TimelineReport(dossier, in: nil, hasMessages: true, under: .law, at: now)
        let payment = try #require(report.payment)
        #expect(payment.state == "blocked" && !payment.reasons.isEmpty && payment.noticeEn.hasPrefix("Information only"))
        #expect(report.case.payment == "blocked" && report.messages?.map(\.type) == ["M01", "M05"])
        #expect(report.messages?.allSatisfy { $0.copies.isEmpty && $0.direction == nil && $0.standing == "in_force" } == true)
    }

    @Test("A message without what it builds on is told as such, with the link that is missing")
    func missing() throws {
        let cases = try Self.examples([.atertagandeUtskrivningsklar]).cases
        let dossier = try #require(cases.dossier(Self.admission))
        let report = try TimelineReport(dossier, in: nil, hasMessages: true, under: .law, at: Date())
        #expect(report.case.phase == .oppningSaknas && report.case.missingLinks.count == 1)
        #expect(report.messages?.first?.standing == "irregular" && report.messages?.first?.irregularity == .referenceMissing)
    }

    @Test("What is due is chosen by time; nothing of a closed case but limits of the law")
    func due() throws {
        let cases = try Self.examples([.inskrivningsmeddelande, .utskrivningsklar]).cases
        func kinds(_ now: String, within hours: Int?, since days: Int = 30) throws -> [DeadlineKind] {
            let span = hours.map { Duration.seconds($0 * 3_600) }
            return DeadlineReport.due(
                in: cases, under: .law, at: try Self.instant(now), reach: .init(ahead: span, back: .seconds(days * 86_400))
            ).map(\.kind)
        }
        let friday = "2026-09-18T12:00:00+02:00"
        #expect(!(try kinds(friday, within: 24)).contains(.kallelseTillSip))
        #expect(try kinds(friday, within: 96).contains(.kallelseTillSip) && !(try kinds(friday, within: nil)).contains(.kallelseTillSip))
        #expect(try kinds("2026-09-22T00:00:00+02:00", within: nil).contains(.kallelseTillSip))
        #expect(!(try kinds("2026-12-01T00:00:00+01:00", within: 24)).contains(.kallelseTillSip))
        #expect(try kinds("2026-12-01T00:00:00+01:00", within: 24, since: 100).contains(.kallelseTillSip))
        let all = try Self.examples().cases
        let late = DeadlineReport.due(
            in: all, under: .law, at: try Self.instant("2026-10-10T00:00:00+02:00"), reach: .init(ahead: nil, back: .seconds(30 * 86_400)))
        let kept = late.filter { $0.caseID == Self.admission }.map(\.statutory)
        #expect(!kept.contains(false))
    }

    @Test("A filter shows what it names and nothing else")
    func filters() throws {
        let cases = try Self.examples().cases
        func shown(_ change: (inout CaseFilter) -> Void) -> [CaseDossier] {
            var filter = CaseFilter()
            change(&filter)
            let chosen = filter
            return cases.compactMap { chosen.shows($0) ? $0 : nil }
        }
        #expect(shown { _ in }.count == cases.count)
        #expect(Set(shown { $0.kinds = [.placering, .remissarende] }.map(\.state.kind)) == [.placering, .remissarende])
        #expect(shown { $0.phases = [.avslutad] }.map(\.state.id) == [Self.admission])
        #expect(shown { $0.isOpenOnly = true }.allSatisfy { !$0.state.phase.isClosed })
        #expect(shown { $0.partner = "2021009903" }.map(\.state.kind).contains(.sisUnderrattelse))
        #expect(shown { $0.partner = "nobody" }.isEmpty)
    }
}
