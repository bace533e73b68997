import Foundation
import TestSupport
import Testing

/// One way to spoil an example message, and the rule that must name it.
struct SpoiledExample: Sendable, CustomTestStringConvertible {
    let code: String
    let type: String
    let name: String
    private let edits: [(old: String, new: String)]

    private init(_ code: String, _ type: String, _ name: String, _ edits: KeyValuePairs<String, String>) {
        (self.code, self.type, self.name) = (code, type, name)
        self.edits = edits.map { ($0.key, $0.value) }
    }

    var testDescription: String { "\(code) \(name)" }

    /// The spoiled text. An edit that finds nothing to change is a fault of the table.
    func text() throws -> String {
        var text = try Example.text(type)
        for edit in edits {
            guard let range = text.range(of: edit.old) else { throw SupportFailure("\(name): nothing to change: \(edit.old)") }
            text.replaceSubrange(range, with: edit.new)
        }
        return text
    }

    private static func tag(_ name: String, _ value: String) -> String { "<sam:\(name)>\(value)</sam:\(name)>" }
    private static let number = "201203159809"
    private static let question = "Önskas bedömning av koncentrationssvårigheter och sömn; behövs utredning eller stöd?"

    private static let form = [
        SpoiledExample("D002", "M17", "another encoding declared", ["UTF-8": "ISO-8859-1"]),
        SpoiledExample("D003", "M17", "a NUL", ["Malte": "Malte\u{0}"]),
        SpoiledExample("D004", "M01", "a DOCTYPE", ["<sam:Inskrivningsmeddelande": "<!DOCTYPE x><sam:Inskrivningsmeddelande"]),
        SpoiledExample("D005", "M01", "a processing instruction", ["<sam:Kuvert>": "<?tilda provberg?><sam:Kuvert>"]),
        SpoiledExample("D007", "M17", "an end tag missing", ["</sam:Bakgrund>": ""]),
        SpoiledExample("D008", "M17", "two elements with one Id", ["<sam:Patient>": "<sam:Patient Id=\"meddelande\">"]),
        SpoiledExample("D012", "M01", "a comment inside a name", ["Tilda": "Til<!-- Provberg -->da"]),
        SpoiledExample("D010", "M17", "another root element", ["<sam:Remiss ": "<sam:Kallelse ", "</sam:Remiss>": "</sam:Kallelse>"]),
        SpoiledExample("N005", "M17", "another namespace", ["urn:sluss:samverkan:1": "urn:sluss:samverkan:2"]),
        SpoiledExample("D010", "M17", "no Id on the root", [" Id=\"meddelande\"": ""]),
        SpoiledExample("D010", "M17", "an unknown attribute", ["<sam:Patient>": "<sam:Patient akut=\"ja\">"]),
        SpoiledExample("D010", "M17", "an unknown element", ["<sam:Prioritet>": "<sam:Namn>Malte</sam:Namn><sam:Prioritet>"]),
        SpoiledExample("N005", "M17", "another schema version", [tag("Schemaversion", "1.1"): tag("Schemaversion", "2.0")]),
        SpoiledExample("D010", "M17", "a message id in capitals", ["5b0c7f4e-3a51": "5B0C7F4E-3A51"]),
        SpoiledExample("D010", "M17", "a message type that does not exist", [tag("Meddelandetyp", "M17"): tag("Meddelandetyp", "M26")]),
        SpoiledExample("D010", "M17", "a time without offset", ["13:10:00+02:00": "13:10:00"]),
        SpoiledExample("D010", "M17", "a day that does not exist", ["2026-09-16T13": "2026-09-31T13"]),
        SpoiledExample("D010", "M17", "an unknown role", ["ELEVHALSA": "REKTOR"]),
        SpoiledExample("D010", "M17", "an organisation number with hyphen", ["2120009903": "212000-9903"]),
        SpoiledExample("D010", "M17", "no sender", ["<sam:Avsandare>": "<!--", "</sam:Avsandare>": "-->"]),
        SpoiledExample("D010", "M17", "no legal basis", ["<sam:RattsligGrund>": "<!--", "</sam:RattsligGrund>": "-->"]),
        SpoiledExample("D010", "M17", "no statement on protection", [tag("Skydd", "INGEN"): ""]),
        SpoiledExample("D010", "M17", "an unknown protection", [tag("Skydd", "INGEN"): tag("Skydd", "HEMLIG")]),
        SpoiledExample("D010", "M17", "an empty given name", ["Malte": ""]),
        SpoiledExample("D010", "M01", "a postal code with a space", ["74999": "749 99"]),
        SpoiledExample("D010", "M01", "no admission time", [tag("Inskriven", "2026-09-14T08:05:00+02:00"): ""]),
        SpoiledExample("D010", "M01", "an unknown need", [tag("Behov", "SOCIALTJANST"): tag("Behov", "VILA")]),
        SpoiledExample("D010", "M05", "an unknown answer on SIP", [tag("SipBehov", "JA"): tag("SipBehov", "KANSKE")]),
        SpoiledExample("D010", "M05", "no physician", ["<sam:BedomandeLakare>": "<!--", "</sam:BedomandeLakare>": "-->"]),
        SpoiledExample(
            "D010", "M05", "an element after the last", ["</sam:Utskrivningsklar>": tag("Vardform", "HSL") + "</sam:Utskrivningsklar>"]),
    ]

    private static let identities = [
        SpoiledExample("E04", "M01", "a wrong check digit in the person number", [number: "201203159808"]),
        SpoiledExample("E04", "M01", "a day that does not exist in the person number", [number: "201202309809"]),
        SpoiledExample("E04", "M01", "a thirteenth month in the person number", [number: "201213159809"]),
        SpoiledExample("E04", "M01", "a person number with hyphen", [number: "20120315-9809"]),
        SpoiledExample("E04", "M01", "a person number of ten digits", [number: "1203159809"]),
        SpoiledExample("E04", "M01", "a samordningsnummer called personnummer", [number: "201203759806"]),
        SpoiledExample(
            "E04", "M01", "a birth date of another season", [tag("Fodelsedatum", "2012-03-15"): tag("Fodelsedatum", "2012-05-15")]),
        SpoiledExample("E04", "M01", "a wrong check digit of the sender", ["2321009900": "2321009901"]),
        SpoiledExample("E04", "M01", "an organisation number that is a person's", ["2321009900": "1212121212"]),
        SpoiledExample("E04", "M01", "a wrong check digit of a receiver", ["2120009911": "2120009912"]),
        SpoiledExample("E04", "M01", "a wrong check digit in the sender's HSA-id", ["SE2321009900-A101": "SE2321009909-A101"]),
        SpoiledExample("E04", "M05", "a wrong check digit in the physician's HSA-id", ["SE2321009900-P401": "SE2321009902-P401"]),
        SpoiledExample("E04", "M17", "a wrong check digit in the referrer's HSA-id", ["SE2120009903-P601": "SE2120009904-P601"]),
        SpoiledExample("E04", "M01", "a county that does not exist", [tag("Lanskod", "03"): tag("Lanskod", "02")]),
        SpoiledExample("E04", "M01", "a municipality that does not exist", [tag("Kommunkod", "0319"): tag("Kommunkod", "0399")]),
        SpoiledExample(
            "E04", "M01", "a placing municipality that does not exist", [tag("Placeringskommun", "0319"): tag("Placeringskommun", "0399")]),
        SpoiledExample(
            "E04", "M01", "a municipality of stay that does not exist", [tag("Vistelsekommun", "0382"): tag("Vistelsekommun", "0399")]),
        SpoiledExample(
            "E04", "M17", "a municipality of registration that does not exist",
            [tag("Folkbokforingskommun", "0319"): tag("Folkbokforingskommun", "0399")]),
    ]

    private static let law = [
        SpoiledExample("E01", "M01", "the envelope states another type", [tag("Meddelandetyp", "M01"): tag("Meddelandetyp", "M05")]),
        SpoiledExample("E03", "M01", "a sender whose role may not send", [tag("Roll", "SLUTEN_VARD"): tag("Roll", "SOCIALTJANST")]),
        SpoiledExample("E03", "M01", "a receiver whose role may not receive", [tag("Roll", "BUP"): tag("Roll", "SIS")]),
        SpoiledExample("E03", "M17", "a referral to social services", [tag("Roll", "BUP"): tag("Roll", "SOCIALTJANST")]),
        SpoiledExample(
            "E05", "M17", "sent in the future", [tag("Skickad", "2026-09-16T13:10:00+02:00"): tag("Skickad", "2199-09-16T13:10:00+02:00")]),
        SpoiledExample("E06", "M05", "a reference to nothing", [tag("RefererarTill", "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0101"): ""]),
        SpoiledExample(
            "E09", "M01", "protection stated and the address given", [tag("Skydd", "INGEN"): tag("Skydd", "SEKRETESSMARKERING")]),
        SpoiledExample("E12", "M01", "more than the duty bears and no other ground", ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28"]),
        SpoiledExample(
            "E101", "M01", "discharge the day before admission",
            [tag("BeraknadUtskrivning", "2026-09-21"): tag("BeraknadUtskrivning", "2026-09-13")]),
        SpoiledExample(
            "E102", "M01", "municipal health care needed and no open care told",
            [tag("Behov", "SOCIALTJANST"): tag("Behov", "KOMMUNAL_HSL"), tag("Roll", "BUP"): tag("Roll", "KOMMUNAL_HSL")]),
        SpoiledExample(
            "E103", "M01", "social services needed and no municipal unit told",
            [tag("Roll", "SOCIALTJANST"): tag("Roll", "PRIMARVARD"), tag("Roll", "SOCIALTJANST"): tag("Roll", "PRIMARVARD")]),
        SpoiledExample(
            "E502", "M05", "assessed after sending",
            [tag("Bedomningstid", "2026-09-18T09:30:00+02:00"): tag("Bedomningstid", "2026-09-18T09:55:01+02:00")]),
        SpoiledExample("E1701", "M17", "an empty question", [question: ""]),
        SpoiledExample("E1701", "M17", "a question of white space", [question: " \n\u{A0}"]),
        SpoiledExample("E1702", "M17", "urgent and not telephoned", [tag("Prioritet", "PLANERAD"): tag("Prioritet", "AKUT")]),
        SpoiledExample("E1703", "M17", "no reply address", ["<sam:Svarsadress>": "<!--", "</sam:Svarsadress>": "-->"]),
    ]

    /// Refused, each for one reason.
    static let refused = form + identities + law

    /// Accepted, each with one warning.
    static let warned = [
        SpoiledExample(
            "W101", "M01", "an admission 25 hours old",
            [
                tag("Inskriven", "2026-09-14T08:05:00+02:00"): tag("Inskriven", "2026-09-13T09:20:00+02:00"),
                tag("BehovBedomt", "2026-09-14T09:40:00+02:00"): "",
            ]),
        SpoiledExample("W102", "M01", "a child and nothing on placement", ["<sam:Placering>": "<!--", "</sam:Placering>": "-->"]),
        SpoiledExample("W103", "M01", "the municipality of registration not told", [tag("Kommunkod", "0382"): tag("Kommunkod", "0380")]),
        SpoiledExample("W502", "M05", "open care not available", [tag("OppenvardTillganglig", "JA"): tag("OppenvardTillganglig", "NEJ")]),
        SpoiledExample("E10", "M17", "another person's number in the background", ["Svårt att": "Syskon 191212121212. Svårt att"]),
        SpoiledExample("W1701", "M17", "a referrer without licence", [tag("Legitimerad", "true"): tag("Legitimerad", "0")]),
    ]
}
