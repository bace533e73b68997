import Documents

extension RoutingDecision {
    /// The decision as lines for people: row, refusal or recipients, who must not, payer, counterpart, warnings.
    ///
    /// - Parameter comparison: beside a message, the roles are those that the message names; of several that would do none is put forward.
    package func explanation(beside comparison: RoutingComparison? = nil) -> [LocalText] {
        var lines = [LocalText(sv: "Fall: \(row.title.sv)", en: "Case: \(row.title.en)")]
        if let refusal {
            lines.append(line(refusal))
        }
        lines += recipients.map { line($0, named: comparison?.roles(of: $0) ?? []) }
        lines += exclusions.map { Self.line(LocalText(sv: "Inte till", en: "Not to"), $0.target.name, $0.reason) }
        if let payer { lines.append(Self.line(LocalText(sv: "Betalar", en: "Pays"), payer)) }
        if let counterpart { lines.append(Self.line(LocalText(sv: "Motpart", en: "Counterpart"), counterpart)) }
        return lines + warnings.map(line)
    }

    private func line(_ recipient: RoutingRecipient, named: [Roll]) -> LocalText {
        let title =
            switch recipient.necessity {
            case .duty: LocalText(sv: "Ska till", en: "Must go to")
            case .expected: LocalText(sv: "Bör till", en: "Should go to")
            case .optional: LocalText(sv: "Kan till", en: "May go to")
            }
        let units = recipient.addresses.filter { named.isEmpty || named.contains($0.role) }
        let addresses = units.isEmpty ? "" : " <" + units.map(\.address).joined(separator: ", ") + ">"
        // A unit that the address book has stands for its role.
        let certain = named.isEmpty ? recipient.roles.filter(Set(units.map(\.role)).contains) : named
        let roles = (certain.isEmpty ? recipient.roles : certain).map(\.rawValue).joined(separator: ", ")
        let isOpen = certain.isEmpty && recipient.roles.count > 1
        let words = isOpen ? LocalText(sv: ", någon av \(roles)", en: ", one of \(roles)") : LocalText(sv: " \(roles)", en: " \(roles)")
        let name = LocalText(sv: recipient.target.name + words.sv + addresses, en: recipient.target.name + words.en + addresses)
        return Self.line(title, name, recipient.reason)
    }

    private func line(_ note: RoutingNote) -> LocalText {
        let about = note.targets.isEmpty ? "" : " (" + note.targets.map(\.name).joined(separator: ", ") + ")"
        return LocalText(
            sv: "\(note.code) \(note.text.sv)\(about) \(note.remedy.sv)", en: "\(note.code) \(note.text.en)\(about) \(note.remedy.en)")
    }

    private static func line(_ title: LocalText, _ designation: RoutingDesignation) -> LocalText {
        guard let code = designation.kommunkod else { return line(title, "–", designation.reason) }
        return line(title, RoutingTarget.kommun(code).name, designation.reason)
    }

    private static func line(_ title: LocalText, _ name: String, _ reason: RoutingReason) -> LocalText {
        line(title, LocalText(sv: name, en: name), reason)
    }

    private static func line(_ title: LocalText, _ name: LocalText, _ reason: RoutingReason) -> LocalText {
        let reading = LocalText(sv: reason.isReading ? ", läsning" : "", en: reason.isReading ? ", reading" : "")
        return LocalText(
            sv: "\(title.sv) \(name.sv): \(reason.text.sv) [\(reason.law)\(reading.sv)]",
            en: "\(title.en) \(name.en): \(reason.text.en) [\(reason.law)\(reading.en)]")
    }
}
