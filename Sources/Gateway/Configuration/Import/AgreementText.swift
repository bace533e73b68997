/// Writes imported agreements as YAML, with a comment where a person must complete them.
struct AgreementText {
    let own: ProcessingMode.Party?
    let others: [ProcessingMode.Party]
    let entries: [ImportedAgreements.Entry]
    let remarks: [String]

    /// Whole lines.
    var text: String { (ownLines + partnerLines + agreementLines + remarkLines).joined(separator: "\n") + "\n" }

    private var ownLines: [String] {
        guard let own else { return [] }
        let type = own.type.map { ["  party_type: \(Self.quoted($0))"] } ?? []
        return ["as4:  # beside certificate, key, trust", "  party_id: \(Self.quoted(own.id))"] + type
    }

    private var partnerLines: [String] {
        var lines = ["partners:"]
        for party in others.isEmpty ? [unknown] : others {
            lines += [
                "  - name: \(Self.name(party.name))", "    organisationsnummer: \"\"  # ten digits",
                "    endpoint: \(Self.quoted(party.endpoint ?? ""))", "    party_id: \(Self.quoted(party.id))",
            ]
            lines += party.type.map { ["    party_type: \(Self.quoted($0))"] } ?? []
            lines += [
                "    tls: { pins: [], issuer: \"\" }  # its certificate and CA for connections",
                "    as4: { pins: [], issuer: \"\", encryption_certificate: \"\" }  # its access point's certificate and CA",
            ]
        }
        return lines
    }

    /// A file for dynamic discovery names no partner.
    private var unknown: ProcessingMode.Party {
        ProcessingMode.Party(name: ImportedAgreements.placeholder, id: "", type: own?.type, endpoint: nil)
    }

    private var agreementLines: [String] {
        var lines = ["agreements:"]
        for entry in entries {
            lines += [
                "  - name: \(entry.name)", "    partner: \(entry.partner)",
                "    \(entry.direction): []  # message types, M01 to M25", "    encryption: required",
                "    service: \(Self.quoted(entry.service))",
            ]
            if entry.mep == ExchangePattern.twoWay.rawValue { lines.append("    mep: \(entry.mep)") }
            lines += entry.serviceType.map { ["    service_type: \(Self.quoted($0))"] } ?? []
            lines.append("    action: \(Self.quoted(entry.action))")
            lines += entry.agreementRef.map { ["    agreement_ref: \(Self.quoted($0))"] } ?? []
            lines += entry.retry.flatMap(RetryWords.init).map { ["    retry: \($0.yaml)"] } ?? []
        }
        return lines
    }

    private var remarkLines: [String] { remarks.isEmpty ? [] : ["# Not taken over:"] + remarks.map { "# - \(Self.plain($0))" } }

    /// A name of ours: at most 40 of a–z, 0–9 and hyphen.
    static func name(_ text: String) -> String {
        let letters = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = String(String(letters.drop { $0 == "-" }).prefix(40))
        return name.isEmpty ? ImportedAgreements.placeholder : name
    }

    private static func quoted(_ text: String) -> String {
        "\"" + plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Without control characters, so that nothing of the file leaves its line.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }
}
