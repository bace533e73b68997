import CareMessages
import Documents
import Foundation
import Testing

@Suite("Organisations, units, codes and reserve numbers")
struct OtherIdentityTests {
    private func code(_ make: () throws -> some Any) -> String? {
        do { _ = try make() } catch { return (error as? Refusal)?.code }
        return nil
    }

    @Test(
        "Numbers of regions and of the made-up organisations are valid",
        arguments: ["2321000016", "232100-0131", "2321000057", "2120000142", "2321009900", "2120009903", "2120009911"])
    func organisations(_ text: String) throws {
        #expect(try Organisationsnummer(text).digits == text.filter { $0 != "-" })
    }

    @Test(
        "Wrong organisation numbers are refused for their reason",
        arguments: [
            ("2321000017", "I003"), ("1212121212", "I001"), ("232100001", "I001"), ("23210-00016", "I001"), ("232100 0016", "I001"),
            ("", "I001"),
        ])
    func wrongOrganisations(_ text: String, _ expected: String) {
        #expect(code { try Organisationsnummer(text) } == expected)
    }

    @Test("A HSA-id is SE, an organisation, a hyphen and letters or digits, 31 characters at most")
    func hsa() throws {
        #expect(try HSAIdentity("SE2321000131-P000000123457").owner == Organisationsnummer("2321000131"))
        #expect(try HSAIdentity("SE2321000131-" + String(repeating: "a", count: 18)).text.count == 31)
        for text in [
            "SE2321000131", "SE2321000131-", "se2321000131-1", "SE232100013-1", "SE2321000131-å", "SE2321000131-1@",
            "SE2321000131-" + String(repeating: "a", count: 19),
        ] {
            #expect(code { try HSAIdentity(text) } == "I001", "\(text)")
        }
        #expect(code { try HSAIdentity("SE2321000132-1") } == "I003")
    }

    @Test("The list has 290 municipalities in 21 counties")
    func codes() throws {
        #expect(Kommunkod.all.count == 290)
        #expect(Lanskod.all.count == 21)
        #expect(Set(Kommunkod.all.map(\.countyCode)) == Set(Lanskod.all.map(\.code)))
        #expect(Kommunkod.all == Kommunkod.all.sorted())
        #expect(Set(Kommunkod.all.map(\.name)).count == 290)
        #expect(try Kommunkod("0114").name == "Upplands Väsby")
        #expect(try Kommunkod("0980").name == "Gotland")
        #expect(try Kommunkod("2584").countyCode == "25")
        #expect(try Lanskod("14").name == "Västra Götalands län")
        #expect(code { try Kommunkod("0399") } == "I004")
        #expect(code { try Kommunkod("114") } == "I001")
        #expect(code { try Lanskod("02") } == "I004")
        #expect(code { try Lanskod("1") } == "I001")
    }

    static let referencePath = Root.path("../shared/data/kommuner.csv")

    @Test(
        "The list agrees with the reference copy",
        .enabled(if: FileManager.default.fileExists(atPath: referencePath), "the reference list is not beside this clone"))
    func reference() throws {
        let lines = try String(contentsOfFile: Self.referencePath, encoding: .utf8).split(separator: "\n").dropFirst()
        let rows = lines.map { $0.trimmingCharacters(in: .whitespaces).split(separator: ",").map(String.init) }
        #expect(rows.map { "\($0[0]) \($0[1])" } == Kommunkod.all.map { "\($0.code) \($0.name)" })
        #expect(Set(rows.map { "\($0[2]) \($0[3])" }) == Set(Lanskod.all.map { "\($0.code) \($0.name)" }))
    }

    @Test("National reserve numbers use no I, O, Q, V or W")
    func nationalReserve() throws {
        #expect(try NationelltReservnummer("22950606-FH20").text == "22950606FH20")
        #expect(try NationelltReservnummer("22950606ABC1").text == "22950606ABC1")
        for text in ["22950606-FI20", "22950606-OH20", "22950606-F200", "2295060-FH20", "22950606-fh20", "22950606--FH20", "22950606-ABCD"]
        {
            #expect(code { try NationelltReservnummer(text) } == "I001", "\(text)")
        }
    }

    @Test(
        "Local reserve numbers follow the form of their region",
        arguments: [
            (LokaltReservnummer.stockholm, "992012000014", "992012000015"), (.stockholm, "992012000014", "982012000014"),
            (.vastraGotaland, "20120315K062", "20120315K070"), (.vastraGotaland, "20120315X801", "20120315X702"),
            (.varmland, "20120315SF1A", "20120315TF1A"),
            (.inera, "201203400013", "201203319809"), (.orebro, "20120315TA1A", "20120315TA1K"), (.skane, "120315DA0B", "120315GA0B"),
            (.skane, "20120315FZ1Z", "20120315FZ2Z"), (.blekinge, "20120315-AB1C", "20120315AB1C"),
            (.vasternorrland, "20120315001R", "20120315001S"),
            (.sormland1, "20120315AB1C", "20120315ABCC"), (.sormland2, "18500101M123", "18700101M123"),
        ])
    func localReserve(_ series: LokaltReservnummer, _ right: String, _ wrong: String) {
        #expect(series.accepts(right))
        #expect(!series.accepts(wrong))
        #expect(PatientIdentity(system: series.rawValue, value: right).scheme == .lokaltReservnummer(series))
    }
}
