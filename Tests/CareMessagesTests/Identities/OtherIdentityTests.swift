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

    @Test("Twenty-one regions cover the counties; Gotland is both region and municipality")
    func regions() throws {
        #expect(Region.all.count == 21)
        #expect(Region.all.map(\.lanskod) == Lanskod.all)
        #expect(Set(Region.all.map(\.name)).count == 21)
        #expect(Region.all.reduce(0) { $0 + $1.kommuner.count } == 290)
        #expect(Region.all.compactMap(\.kommunkod).map(\.code) == ["0980"])
        #expect(Kommunkod.all.filter(\.isRegion).map(\.name) == ["Gotland"])
        let gotland = try #require(Region(Lanskod("09")))
        #expect(gotland.name == "Region Gotland")
        #expect(try gotland.kommuner == [Kommunkod("0980")])
        #expect(gotland.organisationsnummer == nil)
        #expect(try Region(Lanskod("14"))?.organisationsnummer == Organisationsnummer("232100-0131"))
        #expect(Region.all.compactMap(\.organisationsnummer).count == 7)
    }

    @Test("An LMA-nummer is read with its marks and without, and compared without", arguments: ["12-345678/9", "123456789"])
    func lma(_ text: String) throws {
        let number = try LMANummer(text)
        #expect(number.digits == "123456789" && number.written == "12-345678/9" && "\(number)" == "LMANummer")
        let identity = PatientIdentity(system: PatientIdentity.lmaAddress, value: text)
        #expect(identity.scheme == .lmaNummer && identity.comparable == "123456789")
        #expect(code { try identity.check() } == nil)
    }

    @Test("Digits alone are never refused for how many they are: no source says", arguments: ["12345678", "1234567890"])
    func lmaDigits(_ text: String) throws {
        #expect(try LMANummer(text).written == text)
        #expect(code { try PatientIdentity(system: PatientIdentity.lmaAddress, value: text).check() } == nil)
    }

    @Test(
        "Other forms are no LMA-nummer", arguments: ["12-345678", "12-3456789", "12345678/9", "A2-345678/9", "1234567890123", ""])
    func notLMA(_ text: String) {
        #expect(code { try LMANummer(text) } == "I001")
        #expect(code { try PatientIdentity(system: PatientIdentity.lmaAddress, value: text).check() } == "I001")
    }

    @Test("A number of a kind that allows hyphens is compared without, any other as written")
    func comparable() {
        #expect(PatientIdentity(system: NationelltReservnummer.oid, value: "22950606-FH20").comparable == "22950606FH20")
        #expect(PatientIdentity(system: Personnummer.oid, value: "191212121212").comparable == "191212121212")
        #expect(PatientIdentity(system: NationelltReservnummer.oid, value: "wrong").comparable == "wrong")
        #expect(PatientIdentity(system: "1.2.3", value: "A-1").comparable == "A-1")
    }

    @Test(
        "Series without OID are known by their form and name their county",
        arguments: [
            (ReservnummerUtanOID.vasterbotten, "19810829R123", "19810829S123", "24"), (.halland, "198108591234", "198108601234", "13"),
            (.gavleborg, "19810829-12M3", "1981082912M3", "21"), (.dalarna, "19810829G123", "19811329G123", "20"),
        ])
    func unregistered(_ series: ReservnummerUtanOID, _ right: String, _ wrong: String, _ county: String) throws {
        #expect(series.accepts(right) && !series.accepts(wrong))
        #expect(series.county == county)
        #expect(Lanskod.all.map(\.code).contains(county))
        #expect(PatientIdentity(system: "1.2.3", value: right).possibleIssuers.contains(series))
        #expect(PatientIdentity(system: Personnummer.oid, value: right).possibleIssuers.isEmpty)
    }

    @Test(
        "Published examples of the series are accepted",
        arguments: [
            (LokaltReservnummer.stockholm, "991981000010"), (.inera, "198108320014"), (.varmland, "19810829SU3A"),
            (.orebro, "19810829TB1F"), (.skane, "810829DA1B"), (.blekinge, "20200501-AA8A"), (.vasternorrland, "20100101014R"),
            (.sormland1, "19600606AA1G"), (.sormland2, "18500101N123"), (.vastraGotaland, "19810829M071"),
        ])
    func publishedExamples(_ series: LokaltReservnummer, _ text: String) {
        #expect(series.accepts(text))
        #expect(series.county.map { county in Lanskod.all.contains { $0.code == county } } ?? true)
    }

    @Test(
        "A reserve number that begins with no date is refused; an unknown month or day is not",
        arguments: [
            (LokaltReservnummer.varmland, "19811329SU3A"), (.orebro, "19810832TB1F"), (.blekinge, "20201301-AA8A"),
            (.vasternorrland, "20101301014R"), (.sormland1, "19601306AA1G"), (.inera, "198113320013"),
        ])
    func reserveDates(_ series: LokaltReservnummer, _ text: String) {
        #expect(!series.accepts(text))
        #expect(LokaltReservnummer.orebro.accepts("19810000TB1F"))
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
