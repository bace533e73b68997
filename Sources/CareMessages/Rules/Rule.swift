import Documents

/// One rule of the law or of the profile, as data: what it says, where it comes from, and the check.
package struct Rule: Sendable {
    /// What people need to know about a rule. Texts never quote a message.
    package struct Description: Sendable {
        /// The provision the rule rests on; "Slussens regel" when none demands it.
        package let law: String
        /// What is wrong when the rule is broken.
        package let text: LocalText
        /// What the sender can do.
        package let remedy: LocalText
    }

    /// `law` of a rule that no statute demands.
    static let own = "Slussens regel"

    /// Stable id. E01–E12 and W01–W08 hold for every type; otherwise the number begins with that of the type: E101 is M01's first.
    package let id: String
    /// Whether a breach refuses the message.
    package let severity: Finding.Severity
    /// What it says.
    package let description: Description
    /// Every place where the message breaks the rule.
    let check: @Sendable (CareMessage, RuleContext) -> [Breach]

    /// Ids with W are warnings; so are those with E that say so.
    init(
        _ id: String, severity: Finding.Severity? = nil, _ description: Description,
        check: @escaping @Sendable (CareMessage, RuleContext) -> [Breach]
    ) {
        self.id = id
        self.severity = severity ?? (id.hasPrefix("W") ? .warning : .error)
        self.description = description
        self.check = check
    }

    /// The types it holds for, by its number.
    package var types: [MessageType] {
        let number = (Int(id.dropFirst()) ?? 0) / 100
        return number == 0 ? MessageType.allCases : MessageType.allCases.filter { $0.number == number }
    }
}
