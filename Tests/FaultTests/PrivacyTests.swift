import CareMessages
import Foundation
import Synchronization
import TestSupport
import Testing

extension Faults {
    /// What people's messages say stays in the messages.
    @Suite("Privacy")
    struct PrivacyTests {
        /// Everything a session let out, by where it came from.
        private final class Evidence: Sendable {
            private let finds = Mutex<[String]>([])
            private let bytes = Mutex(0)

            func look(at data: Data, from source: String) {
                bytes.withLock { $0 += data.count }
                let words = PersonalContent.occurring(in: data)
                // The test's own output must not repeat them either: the first letter says which it was.
                if !words.isEmpty {
                    finds.withLock { $0.append("\(source): \(words.map { $0.prefix(1) }.sorted().joined(separator: " ")) …") }
                }
            }

            func look(at result: ToolResult, from source: String) {
                look(at: Data(result.output), from: source + " (stdout)")
                look(at: Data(result.errors), from: source + " (stderr)")
            }

            var found: [String] { finds.withLock { $0 } }
            var byteCount: Int { bytes.withLock { $0 } }
        }

        @Test(
            "A session with refusals, retries and lists at log level debug puts nothing about people into logs, answers, names or arguments"
        )
        func session() async throws {
            let exchange = try Exchange("privacy")
            let evidence = Evidence()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await watchArguments(evidence) }
                try await deliver(exchange, evidence)
                try await refuse(exchange, evidence)
                try await operate(exchange, evidence)
                try await bend(exchange, evidence)
                group.cancelAll()
            }
            try await exchange.stop()
            try lookAtFiles(exchange, evidence)
            let searched = "\(PersonalContent.words.count) words in \(PersonalContent.forms.count) forms"
            print("privacy: \(searched), \(evidence.byteCount) bytes searched, \(evidence.found.count) finds")
            #expect(evidence.found.isEmpty, "\(evidence.found.joined(separator: "\n"))")
            #expect(evidence.byteCount > 50_000)

            // The search can find: what was handed over is full of it.
            let inbox = [exchange.kommun, exchange.region].flatMap { station in
                station.handedOverFiles.map { "\(station.folder)/inbox/\($0)" }
            }
            let words = try inbox.map { PersonalContent.occurring(in: try Data(contentsOf: URL(filePath: $0))) }
            #expect(inbox.count >= 3 && words.allSatisfy { $0.count >= 4 })
        }

        private func example(_ type: MessageType, case id: String = UUID().uuidString.lowercased()) -> ExampleMessage {
            var example = ExampleMessage(type, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: id)
            if type != .remiss { example.receivers = [.exempelkommun] }
            return example
        }

        private func write(_ xml: String, _ exchange: Exchange) throws -> String {
            try exchange.folder.write(
                xml.replacing("<sam:Behov>REGIONAL_OPPENVARD</sam:Behov>", with: ""), to: "m\(UInt32.random(in: 0 ... .max)).xml")
        }

        /// All three types, each the way the law sends it.
        private func deliver(_ exchange: Exchange, _ evidence: Evidence) async throws {
            try await exchange.start()
            let notice = example(.inskrivningsmeddelande)
            var ready = example(.utskrivningsklar, case: notice.caseID)
            ready.refersTo = notice.messageID
            for (message, station) in [(notice, exchange.region), (ready, exchange.region), (example(.remiss), exchange.kommun)] {
                let result = try await station.sluss(["send"], ["--json", try write(message.xml, exchange)])
                #expect(result.isSuccess, "\(result.errorText) \(result.outputText)")
                evidence.look(at: result, from: "send \(message.type.rawValue)")
            }
            #expect(try await eventually { exchange.kommun.handedOverCount == 2 && exchange.region.handedOverCount == 1 })
        }

        /// Messages that are wrong in the very places where people are named.
        private func refuse(_ exchange: Exchange, _ evidence: Evidence) async throws {
            let good = example(.inskrivningsmeddelande).xml
            let bad = [
                good.replacing("201203159809", with: "201203159808"), good.replacing("<sam:Fornamn>", with: "<sam:Fornamnn>"),
                good.replacing("<sam:Fornamn>Tilda</sam:Fornamn>", with: "<sam:Namnet>Tilda</sam:Namnet>"),
                good.replacing("<sam:Skydd>INGEN", with: "<sam:Skydd>Tilda Provberg"),
                good.replacing("2012-03-15", with: "Tilda 2012-03-15"),
                good.replacing("<sam:Identitetsvarde>", with: "<sam:Identitetsvarde namn=\"Tilda Provberg\">"),
                good.replacing("<sam:Placeringskommun>0319", with: "<sam:Placeringskommun>201203159809"),
                good.replacing("<sam:Patient>", with: "<!DOCTYPE Tilda><sam:Patient>"),
                good.replacing("Provberg", with: "Provberg & Provberg"),
                good.replacing("Observation", with: "Tilda 20120315-9809"), good.replacing("</sam:Patient>", with: "</sam:Tilda>"),
                good.replacing("M01", with: "Tilda"), example(.remiss).xml.replacing("2321009900", with: "Malte"),
            ]
            for (number, xml) in bad.enumerated() {
                let file = try write(xml, exchange)
                for command in [["send"], ["send", "--json"]] {
                    let result = try await exchange.region.sluss([command[0]], Array(command.dropFirst()) + [file])
                    #expect(number == 9 || result.exitCode == 65, "\(number): \(result.exitCode)")
                    evidence.look(at: result, from: "send of bad message \(number)")
                }
                let checked = try await Binary.tool().run(["check", "--json", file])
                evidence.look(at: checked, from: "check of bad message \(number)")
                // The drop folder refuses as well. Its files are named by others, who may name them after people: no log repeats that.
                let name = "\(exchange.region.folder)/submit/20120315-9809 Tilda Provberg \(number).xml"
                try Data(xml.utf8).write(to: URL(filePath: name))
            }
            let isAnswered = try await eventually {
                let names = try FileManager.default.contentsOfDirectory(atPath: exchange.region.folder + "/submit")
                return names.count { $0.hasSuffix(".refused.json") } >= bad.count - 1
            }
            #expect(isAnswered)
        }

        /// An operator's day: a partner that is down, lists, details, holding and letting go.
        private func operate(_ exchange: Exchange, _ evidence: Evidence) async throws {
            try await exchange.kommun.stop()
            let (sent, ids) = try await exchange.region.send(FreshMessage())
            evidence.look(at: sent, from: "send")
            let id = try #require(ids.first)
            #expect(try await eventually { exchange.region.isThere(id, in: "deferred") })
            let file = try write(example(.inskrivningsmeddelande).xml, exchange)
            let lines: [(command: [String], rest: [String])] = [
                (["queue", "list"], []), (["queue", "list"], ["--json", "--all"]), (["message", "show"], [id]),
                (["message", "show"], ["--json", id]),
                (["queue", "hold"], [id, "--reason", "r"]), (["queue", "release"], ["--json", id, "--reason", "r"]),
                (["queue", "retry"], [id, "--reason", "r"]), (["inbox"], []),
                (["inbox"], ["--json"]),
                (["config", "check"], []), (["config", "check"], ["--json"]), (["status"], []), (["status"], ["--json"]),
                (["case", "list"], []), (["case", "list"], ["--json"]), (["route"], ["--json", file]),
                (["deadlines"], ["--within", "3650d", "--since", "3650d"]),
                (["deadlines"], ["--json", "--within", "3650d", "--since", "3650d"]),
            ]
            for line in lines {
                evidence.look(at: try await exchange.region.sluss(line.command, line.rest), from: line.command.joined(separator: " "))
            }
            try await exchange.kommun.start()
            #expect(try await exchange.drain())
        }

        /// A partner's broken messages, and our answers to them.
        private func bend(_ exchange: Exchange, _ evidence: Evidence) async throws {
            let pki = try DevelopmentPKI.shared()
            let text = try String(contentsOfFile: exchange.kommun.configuration, encoding: .utf8)
            let port = try #require(text.firstMatch(of: /listen: \{ host: 127.0.0.1, port: ([0-9]+)/).flatMap { Int($0.1) })
            for (old, new) in [
                ("201203159809", "201203159808"), ("<sam:Skydd>INGEN", "<sam:Skydd>Tilda"), ("2012-03-15", "Tilda"), ("SE2321", "Tilda"),
            ] {
                var partner = HostilePartner(pki)
                partner.business = { $0.replacing(old, with: new) }
                let answer = try await partner.post(try partner.entity(), to: port, in: exchange.folder)
                #expect(answer.verdict == "EBMS:0004", "\(answer.text)")
                evidence.look(at: Data(answer.body), from: "answer to a partner")
            }
        }

        /// The command lines of every sluss process, again and again.
        private func watchArguments(_ evidence: Evidence) async throws {
            while !Task.isCancelled {
                for process in try FileManager.default.contentsOfDirectory(atPath: "/proc") where process.first?.isNumber == true {
                    guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline"),
                        line.range(of: Data("sluss".utf8)) != nil
                    else { continue }
                    evidence.look(at: line, from: "command line")
                }
                try? await Task.sleep(for: .milliseconds(30))
            }
        }

        /// Logs, the names of all files but those that a submitter named, and what lies beside the messages.
        private func lookAtFiles(_ exchange: Exchange, _ evidence: Evidence) throws {
            for station in [exchange.region, exchange.kommun] {
                evidence.look(at: try Data(contentsOf: URL(filePath: station.log)), from: "log")
                for case let name as String in FileManager.default.enumerator(atPath: station.folder) ?? .init()
                where !name.hasPrefix("submit/") {
                    evidence.look(at: Data(name.utf8), from: "file name")
                    guard [".json", ".jsonl", ".yaml"].contains(where: name.hasSuffix) else { continue }
                    evidence.look(
                        at: try Data(contentsOf: URL(filePath: "\(station.folder)/\(name)")),
                        from: "file \((name as NSString).lastPathComponent)")
                }
            }
        }
    }
}
