import CareMessages

/// Examples spoiled so that parsing, schema or reading refuses them.
enum FormMutations {
    static let parsing = [
        Mutation("a DOCTYPE", "D004", .inskrivningsmeddelande, ["<sam:Inskrivningsmeddelande": "<!DOCTYPE x><sam:Inskrivningsmeddelande"]),
        Mutation("a processing instruction", "D005", .inskrivningsmeddelande, ["<sam:Kuvert>": "<?tilda provberg?><sam:Kuvert>"]),
        Mutation("an end tag missing", "D007", .remiss, ["</sam:Bakgrund>": ""]),
        Mutation("another encoding declared", "D002", .remiss, ["UTF-8": "ISO-8859-1"]),
        Mutation("a NUL", "D003", .remiss, ["Malte": "Malte\u{0}"]),
        Mutation("two elements with one Id", "D008", .remiss, ["<sam:Patient>": "<sam:Patient Id=\"meddelande\">"]),
        Mutation("a comment inside a name", "D012", .inskrivningsmeddelande, ["Tilda": "Til<!-- Provberg -->da"]),
    ]

    static let schema = [
        Mutation("an unknown root element", "D010", .remiss, ["<sam:Remiss ": "<sam:Kallelse ", "</sam:Remiss>": "</sam:Kallelse>"]),
        Mutation("no Id on the root", "D010", .remiss, [" Id=\"meddelande\"": ""]),
        Mutation("an Id that is no name", "D010", .remiss, ["Id=\"meddelande\"": "Id=\"1 x\""]),
        Mutation("an unknown attribute", "D010", .remiss, ["<sam:Patient>": "<sam:Patient brådskande=\"ja\">"]),
        Mutation("an unknown element", "D010", .remiss, ["<sam:Prioritet>": "<sam:Hälsning>Malte</sam:Hälsning><sam:Prioritet>"]),
        Mutation(
            "an element of another namespace", "D010", .remiss, ["<sam:Prioritet>": "<x:Prioritet xmlns:x=\"urn:x\"/><sam:Prioritet>"]),
        Mutation("a schema version that is none", "D010", .remiss, [element("Schemaversion", "1.1"): element("Schemaversion", "1.x")]),
        Mutation("a message id in capitals", "D010", .remiss, ["5b0c7f4e-3a51": "5B0C7F4E-3A51"]),
        Mutation("a message type that does not exist", "D010", .remiss, [element("Meddelandetyp", "M17"): element("Meddelandetyp", "M26")]),
        Mutation("a time without offset", "D010", .remiss, ["13:10:00+02:00": "13:10:00"]),
        Mutation("a day that does not exist", "D010", .remiss, ["2026-09-16T13": "2026-09-31T13"]),
        Mutation("a time of 24 o'clock", "D010", .remiss, ["T13:10:00": "T24:00:00"]),
        Mutation("an unknown role", "D010", .remiss, ["ELEVHALSA": "REKTOR"]),
        Mutation("an organisation number with hyphen", "D010", .remiss, ["2120009903": "212000-9903"]),
        Mutation("a HSA-id that is too long", "D010", .remiss, ["SE2120009903-E501": "SE2120009903-E501E501E501E501E501"]),
        Mutation("no sender", "D010", .remiss, ["<sam:Avsandare>": "<!--", "</sam:Avsandare>": "-->"]),
        Mutation("no legal basis", "D010", .remiss, ["<sam:RattsligGrund>": "<!--", "</sam:RattsligGrund>": "-->"]),
        Mutation("no statement on protection", "D010", .remiss, [element("Skydd", "INGEN"): ""]),
        Mutation("an unknown protection", "D010", .remiss, [element("Skydd", "INGEN"): element("Skydd", "HEMLIG")]),
        Mutation("an empty given name", "D010", .remiss, ["Malte": ""]),
        Mutation("a family name that is too long", "D010", .remiss, ["Övningsson": String(repeating: "Övningsson ", count: 9)]),
        Mutation("a question that is too long", "D010", .remiss, ["Önskas": String(repeating: "Önskas ", count: 1_200)]),
        Mutation("a postal code with a space", "D010", .inskrivningsmeddelande, ["74999": "749 99"]),
        Mutation("no registered address and no mark", "D010", .inskrivningsmeddelande, [Child.address: ""]),
        Mutation("no admission time", "D010", .inskrivningsmeddelande, ["<sam:Inskriven>2026-09-14T08:05:00+02:00</sam:Inskriven>": ""]),
        Mutation(
            "four needs", "D010", .inskrivningsmeddelande,
            ["<sam:BedomtBehov>": "<sam:BedomtBehov>\(element("Behov", "SOCIALTJANST"))\(element("Behov", "SOCIALTJANST"))"]),
        Mutation(
            "a placement both known and unknown", "D010", .inskrivningsmeddelande,
            ["</sam:Placering>": "\(element("Placeringsbesked", "OKAND"))</sam:Placering>"]),
        Mutation("an unknown answer on SIP", "D010", .utskrivningsklar, [element("SipBehov", "JA"): element("SipBehov", "KANSKE")]),
        Mutation("no physician", "D010", .utskrivningsklar, ["<sam:BedomandeLakare>": "<!--", "</sam:BedomandeLakare>": "-->"]),
        Mutation(
            "an element after the last", "D010", .utskrivningsklar,
            ["</sam:Utskrivningsklar>": "<sam:Vardform>HSL</sam:Vardform></sam:Utskrivningsklar>"]),
        Mutation(
            "a message inside the message", "D010", .utskrivningsklar, ["<sam:SipBehov>": "<sam:Utskrivningsklar Id=\"b\"/><sam:SipBehov>"]),
    ]

    static let versions = [
        Mutation("the namespace of another major version", "N005", .remiss, ["urn:sluss:samverkan:1": "urn:sluss:samverkan:2"]),
        Mutation("another major version", "N005", .remiss, [element("Schemaversion", "1.1"): element("Schemaversion", "2.0")]),
        Mutation("a newer minor version", "N004", .remiss, [element("Schemaversion", "1.1"): element("Schemaversion", "1.3")]),
    ]

    static let all = parsing + schema + versions
}
