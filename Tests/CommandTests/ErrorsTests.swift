import TestSupport
import Testing

@Suite("sluss errors")
struct ErrorsTests {
    @Test("Docs/errors.md is what the program prints")
    func page() async throws {
        let printed = try await sluss(["errors", "--markdown"])
        #expect(printed.exitCode == 0)
        #expect(try ProjectRoot.text(of: "Docs/errors.md") == printed.outputText, "stale; run: sluss errors --markdown > Docs/errors.md")
    }

    @Test("A code means one thing, and says in two languages what is wrong and what to do")
    func codesAreUnique() async throws {
        let entries = try JSONObject.lines(try await sluss(["errors", "--json"]).outputText)
        let codes = entries.compactMap { $0["code"] }
        #expect(codes.count == entries.count && codes.count > 250)
        #expect(Set(codes).count == codes.count, "shared: \(Dictionary(grouping: codes) { $0 }.filter { $1.count > 1 }.keys.sorted())")
        for entry in entries {
            for field in ["message_sv", "message_en", "remedy_sv", "remedy_en"] {
                #expect(entry[field]?.isEmpty == false, "\(entry["code"] ?? "?") has no \(field)")
            }
            #expect(entry["message_sv"] != entry["message_en"], "\(entry["code"] ?? "?") is not translated")
        }
    }

    @Test("A code is explained in both languages, whatever its case")
    func explanation() async throws {
        let result = try await sluss(["errors", "e101", "P004"])
        #expect(
            Transcript.text(result) == """
                exit 0
                out:
                E101  error, rules
                  M01 Notice of admission
                  Sluss's own rule; compare lag (2017:612) 2 kap. 2 §
                sv  Beräknad utskrivning ligger före inskrivningen.
                  Åtgärd: Rätta någon av de två tidpunkterna.
                  Vilar på: Slussens egen regel
                en  The expected discharge is before the admission.
                  Remedy: Correct one of the two times.
                  Rests on: Sluss's own rule
                P004  error, spool
                sv  En annan process driver spoolen.
                  Åtgärd: Stoppa den andra processen först.
                en  Another process runs this spool.
                  Remedy: Stop the other process first.
                err:
                """)
    }

    @Test("A code that does not exist is a negative answer, and the others are explained all the same")
    func unknownCode() async throws {
        let result = try await sluss(["errors", "Z999", "P004"])
        #expect(result.exitCode == 1)
        #expect(result.outputText.hasPrefix("P004"))
        #expect(result.errorText == "sluss: U009: This version has no such code (Z999).\n    Remedy: List all codes with sluss errors.\n")
    }
}
