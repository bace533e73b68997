import CareMessages
import Foundation
import TestSupport
import Testing

@Suite("sluss route")
struct RouteTests {
    private static func without(_ organisation: String) throws -> String {
        try Example.text("M01").replacing(/<sam:Mottagare>\s*<sam:Organisationsnummer>(\d+)<.*?<\/sam:Mottagare>/.dotMatchesNewlines()) {
            $0.1 == organisation ? "" : String($0.0)
        }
    }

    @Test("The right receivers are explained with provision and reading, and nothing is stored")
    func right() async throws {
        let lab = try CommandLab.region()
        let result = try await lab.run("route", Example.path("M01"))
        #expect(result.exitCode == 0, "\(result.outputText)\(result.errorText)")
        #expect(result.outputText.hasPrefix("The right receivers.\n") && result.outputText.contains("Must go to 0319"))
        #expect(result.outputText.contains("2017:612") && result.outputText.contains(", reading]"))
        // The child is placed by 0319 and registered in 0382: both have the message, the one pays, and the other is called to the SIP.
        #expect(result.outputText.contains("Should go to 0382") && result.outputText.contains("Pays 0382"))
        #expect(result.outputText.contains("Counterpart 0319"))
        #expect(!FileManager.default.fileExists(atPath: lab.folder.file("spool/outbound")))
        // The message names BUP; that primary care would do as well is no duty to tell it.
        #expect(result.outputText.contains(/to 03 [^\n:,]*BUP[ :]/) && !result.outputText.contains("PRIMARVARD"), "\(result.outputText)")
        let swedish = try await lab.run(["route", Example.path("M01")], language: "sv")
        #expect(swedish.outputText.contains("Ska till 0319") && swedish.outputText.contains(", läsning]"))
        for word in Example.patientData { #expect(!result.outputText.contains(word)) }
    }

    @Test("A municipality that is left out ends with 1 and is named; so does one that has nothing to do with it")
    func wrong() async throws {
        let lab = try CommandLab.region()
        let missing = try lab.folder.write(try Self.without("2120009903"), to: "missing.xml")
        let result = try await lab.run("route", missing)
        #expect(result.exitCode == 1 && result.outputText.contains("V014") && result.outputText.contains("0319"))
        let json = try JSONObject(try await lab.run("route", "--json", missing).outputText)
        #expect(json["verdict"] == "wrong" && json.objects("missing").map { $0["code"] } == ["0319"])
        let stranger = try lab.folder.write(
            try Example.text("M01").replacing(">0382</sam:Kommunkod>", with: ">0305</sam:Kommunkod>").replacing(
                "<sam:Organisationsnummer>2120009911<", with: "<sam:Organisationsnummer>2120009929<"), to: "stranger.xml")
        #expect(try await lab.run("route", stranger).exitCode == 1)
    }

    @Test("What nobody can tell ends with 65 and the candidates; so does a file that is no message")
    func unknown() async throws {
        let lab = try CommandLab.region()
        let bad = try lab.folder.write("<x/>", to: "bad.xml")
        let result = try await lab.run("route", bad)
        #expect(result.exitCode == 65 && result.output.isEmpty && !result.errors.isEmpty)
        #expect(try await lab.run("route", lab.folder.file("none.xml")).exitCode == 74)
        let homeless = try Example.text("M01").replacing(/<sam:Folkbokforingskommun>\d+<\/sam:Folkbokforingskommun>/) { _ in
            "<sam:FolkbokforingskommunSaknas>OKAND</sam:FolkbokforingskommunSaknas>"
        }.replacing(/<sam:Placering>.*<\/sam:Placering>/.dotMatchesNewlines()) { _ in
            "<sam:Placering><sam:Placeringsbesked>OKAND</sam:Placeringsbesked></sam:Placering>"
        }
        let file = try lab.folder.write(homeless, to: "homeless.xml")
        let asked = try await lab.run("route", file)
        #expect(asked.exitCode == 65 && asked.outputText.contains("V0"), "\(asked.outputText)")
    }

    /// A municipality whose gateway has told of the placements of one child by two municipalities, and a notice about that child that names none.
    static func rivals() async throws -> (lab: CommandLab, notice: [UInt8]) {
        let lab = try CommandLab.kommun {
            $0.partners[0].send = ["M20"]
            $0.appendix = "placement_messages: { send: yes }"
        }
        for code in ["0319", "0382"] {
            let placed = ExampleMessage(
                .placeringsmeddelande, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())
            let text = placed.xml.replacing("<sam:Placeringskommun>0319<", with: "<sam:Placeringskommun>\(code)<")
            let sent = try await lab.run(["send", "-"], input: Array(text.utf8))
            guard sent.exitCode == 0 else { throw SupportFailure("the placement was not taken: \(sent.errorText)") }
        }
        let notice = ExampleMessage(
            .inskrivningsmeddelande, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())
        let silent = notice.xml.replacing(/<sam:Placering>.*<\/sam:Placering>/.dotMatchesNewlines()) { _ in
            "<sam:Placering><sam:Placeringsbesked>OKAND</sam:Placeringsbesked></sam:Placering>"
        }
        return (lab, Array(silent.utf8))
    }

    @Test("Two placements that contradict each other: nobody chooses, both municipalities are named as candidates, in words and as data")
    func candidates() async throws {
        let (lab, notice) = try await Self.rivals()
        let page = try await lab.run(["route", "-"], input: notice)
        #expect(page.exitCode == 65 && page.outputText.contains("V002"), "\(page.outputText)")
        #expect(page.outputText.contains(/Candidates to ask: 0319 [^,\n]+, 0382 [^,\n]+\n/))
        let swedish = try await lab.run(["route", "-"], input: notice, language: "sv")
        #expect(swedish.exitCode == 65 && swedish.outputText.contains("Kandidater att fråga: 0319 "))
        let result = try await lab.run(["route", "--json", "-"], input: notice)
        let json = try JSONObject(result.outputText)
        #expect(result.exitCode == 65 && json["verdict"] == "unknown" && json.object("refusal")?["code"] == "V002")
        #expect(json.objects("candidates").map { $0["code"] } == ["0319", "0382"])
        #expect(json.objects("candidates").allSatisfy { $0["kind"] == "kommun" && $0["name"]?.isEmpty == false })
        #expect(json.objects("recipients").isEmpty && json.object("counterpart") == nil && json.object("payer") == nil)
    }

    /// A notice about a protected child, sent and held: its lab, the answer to `send` and the id of the first copy.
    private static func protected() async throws -> (lab: CommandLab, sent: ToolResult, id: String) {
        let lab = try CommandLab.region()
        let text = try Example.text("M01").replacing(/<sam:Folkbokforingsadress>.*<\/sam:Folkbokforingsadress>/.dotMatchesNewlines()) { _ in
            "<sam:Adressmarkering>SKYDDAD</sam:Adressmarkering>"
        }.replacing("<sam:Skydd>INGEN<", with: "<sam:Skydd>SEKRETESSMARKERING<")
            .replacing("<sam:Vistelsekommun>0382</sam:Vistelsekommun>", with: "")
            .replacing("</sam:Mottagare>", with: "<sam:SkyddadBrevlada>true</sam:SkyddadBrevlada></sam:Mottagare>")
        let sent = try await lab.run("send", try lab.folder.write(text, to: "protected.xml"))
        return (lab, sent, try #require(sent.outputText.split(separator: "\n").first.map(String.init)))
    }

    @Test("A message about a protected person is not released by its submitter, whoever the environment says it is, and is shown nowhere")
    func samePerson() async throws {
        let (lab, sent, id) = try await Self.protected()
        #expect(sent.exitCode == 0 && sent.errorText.contains("waits for a second person") && sent.errorText.contains("R016"))
        let list = try await lab.run("queue")
        #expect(list.outputText.contains("held") && list.outputText.contains("R016"))
        let same = try await lab.run("queue", "release", id, "--reason", "checked")
        #expect(same.exitCode == 77 && same.errorText.contains("U012"))
        let forged = ["SUDO_USER": "nobody", "SUDO_UID": "65534", "LOGNAME": "nobody", "USER": "nobody"]
        let stranger = try await lab.run(["queue", "release", id, "--reason", "checked"], more: forged)
        #expect(stranger.exitCode == 77 && stranger.errorText.contains("U012"))
        #expect(try !lab.auditLines().contains { $0.contains("nobody") })
        let shown = try await lab.run("message", "show", id)
        let texts = [sent, list, same, stranger, shown].flatMap { [$0.outputText, $0.errorText] } + (try lab.auditLines())
        for word in Example.patientData { #expect(!texts.contains { $0.contains(word) }, "\(word)") }
        let refused = try lab.auditLines().filter { $0.contains("\"outcome\":\"refused\"") }
        #expect(refused.count == 2 && refused.allSatisfy { $0.contains("\"code\":\"R016\"") })
    }

    @Test(
        "A second person releases it with a reason, and the trail has that person's name",
        .enabled(
            if: SecondLogin.isPossible, "only root can play a second person, where the kernel keeps login user ids and setpriv is there"),
        arguments: SecondLogin.allCases)
    func secondPerson(_ person: SecondLogin) async throws {
        let (lab, _, id) = try await Self.protected()
        #expect(try await lab.run(["queue", "release", id], by: person).exitCode == 64)
        let released = try await lab.run(["queue", "release", id, "--reason", "checked"], by: person)
        #expect(released.exitCode == 0 && released.errorText.contains("held → ready"), "\(released.errorText)")
        #expect(try lab.auditLines().allSatisfy { $0.contains("\"who\":\"nobody as root\"") })
        #expect(try lab.folder.names(in: "spool/outbound/ready").contains(id))
    }

    @Test("A received message is given back, once; passing on names who has it and says that the original stays")
    func misdirected() async throws {
        let lab = try CommandLab.region { $0.appendix = Self.stranger }
        #expect(try await lab.run("send", Example.path("M01")).exitCode == 0)
        let id = try await lab.run("inbox", "--ids").outputText.trimmingCharacters(in: .newlines)
        #expect(try await lab.run("message", "forward", id, "--to", "provkommun", "--reason", "r").exitCode == 1)
        let on = try await lab.run("message", "forward", id, "--to", "0305", "--reason", "r")
        #expect(on.exitCode == 0 && on.errorText.contains("only the sender can resend"), "\(on.errorText)")
        let again = try await lab.run("message", "return", id, "--reason", "r")
        #expect(again.exitCode == 1 && again.errorText.contains("R019"))
        #expect(try await lab.run("message", "return", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--reason", "r").exitCode == 66)
        #expect(try await lab.run("message", "return", id).exitCode == 64)
    }

    static let stranger =
        "address_book: [{ organisation: tredje, organisationsnummer: \"2120009929\", code: \"0305\", role: SOCIALTJANST, address: a@tredje }]"
}
