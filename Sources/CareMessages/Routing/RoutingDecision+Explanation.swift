import Documents

extension RoutingDecision {
    /// The decision as lines for people: row, refusal or recipients, who must not, payer, counterpart, warnings.
    package var explanation: [LocalText] {
        var lines = [LocalText(sv: "Fall: \(row.title.sv)", en: "Case: \(row.title.en)")]
        if let refusal {
            lines.append(line(refusal))
        }
        lines += recipients.map(line)
        lines += exclusions.map { Self.line(LocalText(sv: "Inte till", en: "Not to"), $0.target.name, $0.reason) }
        if let payer { lines.append(Self.line(LocalText(sv: "Betalar", en: "Pays"), payer)) }
        if let counterpart { lines.append(Self.line(LocalText(sv: "Motpart", en: "Counterpart"), counterpart)) }
        return lines + warnings.map(line)
    }

    private func line(_ recipient: RoutingRecipient) -> LocalText {
        let roles = recipient.roles.prefix(1).map(\.rawValue).joined()
        let title =
            switch recipient.necessity {
            case .duty: LocalText(sv: "Ska till", en: "Must go to")
            case .expected: LocalText(sv: "Bör till", en: "Should go to")
            case .optional: LocalText(sv: "Kan till", en: "May go to")
            }
        let addresses = recipient.addresses.map(\.address).joined(separator: ", ")
        return Self.line(title, "\(recipient.target.name) \(roles)" + (addresses.isEmpty ? "" : " <\(addresses)>"), recipient.reason)
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
        let reading = LocalText(sv: reason.isReading ? ", läsning" : "", en: reason.isReading ? ", reading" : "")
        return LocalText(
            sv: "\(title.sv) \(name): \(reason.text.sv) [\(reason.law)\(reading.sv)]",
            en: "\(title.en) \(name): \(reason.text.en) [\(reason.law)\(reading.en)]")
    }
}
