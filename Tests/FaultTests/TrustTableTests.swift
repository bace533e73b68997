import CareMessages
import Foundation
import TestSupport
import Testing

extension Faults {
    /// What happens to messages when a certificate is no good or its status cannot be told: each row of `Docs/trust.md` with real daemons, lists
    /// and answers by openssl.
    @Suite("Trust under outages", .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
    struct TrustTableTests {
        @Test("What becomes of a message each way, and what the operator sees, is what the table says", arguments: TrustRow.all)
        func row(_ row: TrustRow) async throws {
            let folder = try TemporaryFolder("trust")
            var scene = try TrustScene(in: folder.path)
            try await row.arrange(&scene)
            let (partner, judge) = try scene.ready()
            try await start(partner, judge)
            try send(from: partner, and: judge)
            let out = try await fate(of: judge, meeting: row.out, at: partner)
            let back = try await fate(of: partner, meeting: row.back, at: judge)
            #expect(out == row.out, "out: \(out)")
            #expect(back == row.back, "in: \(back)")
            var missing = row.shown
            _ = try await eventually {
                let list = try await judge.sluss(["cert", "list"], ["--json"]).outputText
                missing = missing.filter { !list.contains("\"\($0)\"") && !judge.logText.contains($0) }
                return missing.isEmpty
            }
            #expect(missing.isEmpty, "not shown")
            try await stop(partner, judge)
            withExtendedLifetime(scene) {}
        }

        @Test("When the host is back, what waited in both directions goes by itself, once, and the alarm ends")
        func hostIsBack() async throws {
            let folder = try TemporaryFolder("trust")
            var scene = try TrustScene(in: folder.path)
            scene.host.mood = .silent
            let (partner, judge) = try scene.ready()
            try await start(partner, judge)
            try send(from: partner, and: judge)
            #expect(try await fate(of: judge, meeting: .waits("G017"), at: partner) == .waits("G017"))
            #expect(try await fate(of: partner, meeting: .waits("EBMS:0301"), at: judge) == .waits("EBMS:0301"))
            #expect(try await eventually { judge.logText.contains("G210") })
            let check = try await judge.sluss(["cert", "check"], ["--json"])
            #expect(check.exitCode == 1 && check.outputText.contains("\"code\":\"T009\"") && check.outputText.contains("\"code\":\"G203\""))
            try scene.publish()
            scene.host.mood = .good
            #expect(try await eventually(within: .seconds(60)) { judge.handedOverCount == 1 && partner.handedOverCount == 1 })
            #expect(try await eventually { judge.logText.contains("certificate status known again") })
            let after = try await judge.sluss(["cert", "check"], ["--json"])
            #expect(!after.outputText.contains("T009"), "\(after.outputText)")
            try await stop(partner, judge)
            #expect(judge.handedOverCount == 1 && partner.handedOverCount == 1)
        }

        @Test("The table in the document has exactly these rows, with these fates and codes")
        func document() throws {
            let text = try String(contentsOfFile: ProjectRoot.file("Docs/trust.md"), encoding: .utf8)
            let table = try #require(MarkdownTable(in: text, after: "What happens to messages"))
            #expect(table.rows.compactMap { $0.first } == TrustRow.all.map(\.trouble) + TrustRow.walkedElsewhere)
            for (cells, row) in zip(table.rows, TrustRow.all) {
                guard cells.count == 4 else {
                    Issue.record("\(row): \(cells.count) cells")
                    continue
                }
                #expect(cells[1].hasPrefix(row.out.wordsOut), "\(row): \(cells[1])")
                #expect(cells[2].hasPrefix(row.back.wordsIn), "\(row): \(cells[2])")
                let codes = Set(cells[3].matches(of: /[A-Z][0-9]{3}/).map { String($0.output) })
                #expect(codes == row.shown, "\(row): \(cells[3])")
            }
        }

        private func start(_ partner: Station, _ judge: Station) async throws {
            async let first: Void = partner.start()
            async let second: Void = judge.start()
            _ = try await (first, second)
        }

        private func stop(_ partner: Station, _ judge: Station) async throws {
            async let first = partner.stop()
            async let second = judge.stop()
            _ = try await (first, second)
        }

        /// A notice of admission from the region, a referral from the kommun.
        private func send(from region: Station, and kommun: Station) throws {
            try region.drop(FreshMessage())
            try kommun.drop(FreshMessage.referral())
        }

        /// What becomes of a station's message, as soon as it is what is expected, else at the end of the patience. One that waits must not
        /// have arrived; one that arrived must not lie anywhere.
        private func fate(of station: Station, meeting expected: TrustRow.Fate, at receiver: Station) async throws -> TrustRow.Fate {
            var fate = TrustRow.Fate.waits("not tried")
            _ = try await eventually(within: .seconds(40), every: .milliseconds(100)) {
                fate = try await now(station, receiver) ?? fate
                return fate == expected
            }
            return fate
        }

        private func now(_ station: Station, _ receiver: Station) async throws -> TrustRow.Fate? {
            struct Line: Decodable {
                let state: String
                let lastCode: String?
            }
            let reader = JSONDecoder()
            reader.keyDecodingStrategy = .convertFromSnakeCase
            let text = try await station.sluss(["queue"], ["--json"]).outputText
            let lines = try text.split(separator: "\n").map { try reader.decode(Line.self, from: Data($0.utf8)) }
            guard let line = lines.first else { return receiver.handedOverCount == 1 ? .passes : nil }
            guard let code = line.lastCode, receiver.handedOverCount == 0 else { return nil }
            return line.state == "failed" ? .fails(code) : .waits(code)
        }
    }
}
