import CareMessages
import Documents
import Foundation
import TestSupport
import Testing

@Suite("sluss new")
struct NewTests {
    @Test("What it prints for each type is accepted by sluss check without a finding, in both languages", arguments: ["en", "sv"])
    func accepted(_ language: String) async throws {
        let folder = try TemporaryFolder("new")
        for type in MessageType.allCases {
            let made = try await sluss(["new", type.rawValue], language: language)
            #expect(made.exitCode == 0 && made.errorText.hasPrefix("\(type.rawValue) "), "\(made.errorText)")
            try folder.write(made.outputText, to: "\(type.rawValue).xml")
        }
        let files = MessageType.allCases.map { folder.file("\($0.rawValue).xml") }
        let checked = try await sluss(["check", "--json"] + files, language: language)
        let answers = try JSONObject.lines(checked.outputText)
        #expect(checked.exitCode == 0 && answers.count == files.count)
        for (type, answer) in zip(MessageType.allCases, answers) {
            #expect(answer["type"] == type.rawValue && answer.objects("findings").isEmpty)
        }
    }

    @Test("Ids are new each time, and the time is now")
    func fresh() async throws {
        var ids: Set<String> = []
        for _ in 1...2 {
            let text = try await sluss(["new", "M05"]).outputText
            for name in ["Meddelandeid", "Arendeid", "RefererarTill"] {
                let id = try #require(try Regex("<sam:\(name)>([0-9a-f-]{36})<").firstMatch(in: text)?.output[1].substring)
                ids.insert(String(id))
            }
            let sent = try #require(text.firstMatch(of: /<sam:Skickad>([^<]+)</).flatMap { InstantText.parse(String($0.1)) })
            #expect(abs(sent.timeIntervalSinceNow) < 300)
        }
        #expect(ids.count == 6)
    }

    @Test(
        "A type is known by number and root element, whatever the case",
        arguments: [("m5", "Utskrivningsklar"), ("M05", "Utskrivningsklar"), ("utskrivningsKLAR", "Utskrivningsklar"), ("m17", "Remiss")])
    func names(_ word: String, _ root: String) async throws {
        #expect(try await sluss(["new", word]).outputText.contains("<sam:\(root) "))
    }

    @Test(
        "A word that is no type is answered with the one probably meant",
        arguments: [("Utskrivningklar", "en", "Did you mean 'Utskrivningsklar'?"), ("M0l", "sv", "Menade du 'M01'?")])
    func nearMiss(_ word: String, _ language: String, _ question: String) async throws {
        let result = try await sluss(["new", word], language: language)
        #expect(result.exitCode == 64 && result.output.isEmpty && result.errorText.contains(question), "\(result.errorText)")
    }

    @Test("What must be changed is said beside it: the case and the message referred to")
    func advice() async throws {
        let said = try await sluss(["new", "M06"]).errorText
        #expect(said.contains("Arendeid must be the id") && said.contains("RefererarTill must be the id of a message of the case: M05"))
        #expect(!(try await sluss(["new", "M01"]).errorText.contains("Arendeid")))
    }

    @Test("The list tells of each type its name, provision, roles, reference and answers")
    func list() async throws {
        let text = try await sluss(["new", "--list"]).outputText
        #expect(
            text.hasPrefix(
                """
                M01  Notice of admission  <Inskrivningsmeddelande>
                     provision     Lag (2017:612) 2 kap. 1–3 §§
                     from          SLUTEN_VARD
                """))
        let objects = try JSONObject.lines(try await sluss(["new", "--list", "--json"]).outputText)
        #expect(objects.map { $0["type"] } == MessageType.allCases.map(\.rawValue))
        for (object, type) in zip(objects, MessageType.allCases) {
            #expect(object["root"] == type.rootElement && object["title_sv"] == type.title.sv && object["law"] == type.facts.law)
            #expect(text.contains(type.rootElement))
        }
    }
}
