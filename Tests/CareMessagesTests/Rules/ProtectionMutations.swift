import CareMessages

/// The M01 example made right for a protected child, and each way to spoil that.
enum ProtectionMutations {
    private static let kinds = ["SEKRETESSMARKERING", "SKYDDAD_FOLKBOKFORING", "FINGERAD", "HEMLIG_VISTELSEORT"]
    private static let stay = element("Vistelsekommun", "0382")
    private static let mailbox = element("SkyddadBrevlada", "true")
    private static let mark = element("Adressmarkering", "SKYDDAD")

    private static let roles = [
        "SE2120009903-S201</sam:HsaId>\n      \(element("Roll", "SOCIALTJANST"))",
        "provkommun.example</sam:Funktionsadress>\n      \(element("Roll", "SOCIALTJANST"))", element("Roll", "BUP"),
    ]

    /// Protection stated, address marked, place of stay gone, every mailbox protected.
    static func protected(_ kind: String, without left: Set<String> = []) -> [String: String] {
        var edits = [element("Skydd", "INGEN"): element("Skydd", kind)]
        if !left.contains("address") { edits[Child.address] = mark }
        if !left.contains("stay") { edits[stay] = "" }
        for (index, role) in roles.enumerated() where !left.contains("mailbox \(index + 1)") { edits[role] = role + mailbox }
        return edits
    }

    private static func m01(_ name: String, _ edits: [String: String]) -> Mutation {
        var mutation = Mutation(name, "E09", .inskrivningsmeddelande)
        mutation.edits = edits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return mutation
    }

    /// Accepted without any finding.
    static let right =
        kinds.map { m01("right for \($0)", protected($0)) } + [
            m01(
                "right with the name marked",
                protected("FINGERAD").merging(["<sam:Namn>": element("Namnmarkering", "SKYDDAD") + "<!--", "</sam:Namn>": "-->"]) { $1 }),
            m01(
                "right with Skatteverket's forwarding",
                protected("SKYDDAD_FOLKBOKFORING").merging([Child.address: element("Adressmarkering", "SKATTEVERKETS_FORMEDLING")]) { $1 }),
            m01("right with two protections", protected("SEKRETESSMARKERING</sam:Skydd><sam:Skydd>HEMLIG_VISTELSEORT")),
        ]

    static let all =
        kinds.map { m01("\($0) with address", protected($0, without: ["address"])) }
        + kinds.map { m01("\($0) with municipality of stay", protected($0, without: ["stay"])) }
        + (1...3).map { m01("mailbox \($0) not protected", protected("SEKRETESSMARKERING", without: ["mailbox \($0)"])) }
        + [
            m01(
                "address of stay",
                protected("HEMLIG_VISTELSEORT").merging([
                    stay:
                        "<sam:Vistelseadress>\(element("Utdelningsadress", "Påhittade vägen 12"))\(element("Postnummer", "74999"))\(element("Postort", "Provby"))</sam:Vistelseadress>"
                ]) { $1 }),
            m01("a mailbox that only claims to be protected", protected("FINGERAD")).knowing {
                $0.protectedMailboxes = ["SE2120009903-S201", "SE2321009900-B301"]
            },
            m01("none beside another", [element("Skydd", "INGEN"): element("Skydd", "INGEN") + element("Skydd", "FINGERAD")]),
            m01("a marked name without protection", ["<sam:Namn>": element("Namnmarkering", "SKYDDAD") + "<!--", "</sam:Namn>": "-->"]),
            m01("a marked address without protection", [Child.address: mark]),
            m01(
                "a marked municipality without protection",
                [element("Folkbokforingskommun", "0382"): element("FolkbokforingskommunSaknas", "SKYDDAD")]),
            Mutation(
                "a reply address that is not protected", "E09", .remiss,
                [
                    element("Skydd", "INGEN"): element("Skydd", "SEKRETESSMARKERING"),
                    element("Roll", "BUP"): element("Roll", "BUP") + mailbox,
                ]),
        ]
}
