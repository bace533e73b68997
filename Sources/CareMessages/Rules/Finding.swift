import Documents

/// What a check found in a message: for the sender, the operator and the receipt. Carries no content of the message.
package struct Finding: Sendable, Codable, Equatable {
    /// Whether the message is refused.
    package enum Severity: String, Sendable, Codable {
        /// The message is refused.
        case error
        /// The message goes on, with the warning.
        case warning
    }

    /// Stable id: a rule (`E04`, `W101`) or the code of a refusal (`D010`, `S006`).
    package let rule: String
    /// Whether the message is refused.
    package let severity: Severity
    /// What is wrong.
    package let text: LocalText
    /// What the sender can do.
    package let remedy: LocalText
    /// Where in the message.
    package let place: Place
    /// The provision behind the rule; `nil` for refusals of form and signature.
    package let law: String?
    /// Technical circumstance for support, such as the kind of schema violation. Never content.
    package let detail: String?

    /// A refusal of an earlier step, as an error finding; or what the sender must know of a message that goes on all the same.
    package init(_ refusal: Refusal, severity: Severity = .error) {
        rule = refusal.code
        self.severity = severity
        text = refusal.text
        remedy = refusal.remedy
        place = refusal.place
        law = nil
        detail = refusal.detail
    }

    init(_ rule: Rule, _ breach: Breach, at place: Place) {
        self.rule = rule.id
        severity = rule.severity
        text = breach.reason ?? rule.description.text
        remedy = rule.description.remedy
        self.place = place
        law = rule.description.law
        detail = nil
    }
}

extension Refusal {
    /// The finding as a refusal, to be told to a peer: rule id and place, no content.
    package init(_ finding: Finding) {
        self.init(code: finding.rule, text: finding.text, remedy: finding.remedy, place: finding.place)
    }
}
