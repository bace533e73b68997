import CareMessages
import TestSupport
import Testing

@Suite("sluss explain")
struct ExplainTests {
    @Test("Docs/rules.md is what the program prints")
    func page() async throws {
        let printed = try await sluss(["explain", "--markdown"])
        #expect(printed.exitCode == 0)
        #expect(
            try ProjectRoot.text(of: "Docs/rules.md") == printed.outputText, "stale; run: sluss explain --markdown > Docs/rules.md")
        for rule in RuleBook.all { #expect(printed.outputText.contains("\n| \(rule.id) "), "\(rule.id)") }
    }

    @Test("A rule is explained in both languages, with what it rests on, whatever its case")
    func explanation() async throws {
        #expect(
            Transcript.text(try await sluss(["explain", "w803"])) == """
                exit 0
                out:
                W803  warning, rules
                  M08 Call to SIP
                  Socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)
                sv  Placeringskommunen är inte kallad, fast den ansvarar för barnets insatser. Läsning, inte lagtext.
                  Åtgärd: Kalla placeringskommunens socialtjänst; folkbokföringskommunen räcker inte.
                  Vilar på: läsning, inte lagtext
                en  The placing municipality is not called, although it answers for the child's support. \
                A reading, not the wording of the law.
                  Remedy: Call the placing municipality's social services; that of registration is not enough.
                  Rests on: a reading, not the wording of the law
                err:
                """)
    }

    @Test("The head is in the reader's language, and a rule of our own is called so in it; laws keep their names")
    func head() async throws {
        let swedish = try await sluss(["explain", "W2501"], language: "sv").outputText
        #expect(swedish.hasPrefix("W2501  varning, ") && swedish.contains("\n    Slussens regel; jämför offentlighets- och sekretesslagen"))
        let english = try await sluss(["explain", "W2501"]).outputText
        #expect(
            english.hasPrefix("W2501  warning, ") && english.contains("\n    Sluss's own rule; compare offentlighets- och sekretesslagen"))
    }

    @Test("sluss errors explains a rule in the same words")
    func sameWords() async throws {
        let ids = ["E04", "W10", "E1003"]
        #expect(try await sluss(["explain"] + ids).outputText == sluss(["errors"] + ids).outputText)
    }

    @Test("Without a rule all are listed; a code that is no rule is sent to sluss errors")
    func listing() async throws {
        let lines = try await sluss(["explain"]).outputText.split(separator: "\n")
        #expect(lines.count == RuleBook.all.count && lines.first?.hasPrefix("E01  ") == true)
        let result = try await sluss(["explain", "P004", "E01"])
        #expect(result.exitCode == 1 && result.outputText.hasPrefix("E01  error"))
        #expect(result.errorText.contains("U009") && result.errorText.contains("explained by sluss errors"))
    }

    @Test("As data, each rule tells what it rests on")
    func json() async throws {
        let objects = try JSONObject.lines(try await sluss(["explain", "--json"]).outputText)
        #expect(objects.compactMap { $0["code"] } == RuleBook.all.map(\.id))
        #expect(Set(objects.compactMap { $0["standing"] }) == Set(RuleStanding.allCases.map(\.rawValue)))
        let one = try JSONObject.lines(try await sluss(["explain", "W801", "--json"]).outputText)
        #expect(one.count == 1 && one[0]["standing"] == "reading" && one[0]["law"]?.contains("4 kap. 3 §") == true)
    }
}
