import Documents

/// One rule of the law or of the profile, as data: what it says, where it comes from, and the check.
package struct Rule: Sendable {
    /// What people need to know about a rule. Texts never quote a message.
    package struct Description: Sendable {
        /// The provision the rule rests on; begins with "Slussens regel" when none demands it.
        package let law: String
        /// Whether the law says it, or we do.
        package let standing: RuleStanding
        /// What is wrong when the rule is broken; says so when that rests on a reading of the law.
        package let text: LocalText
        /// What the sender can do.
        package let remedy: LocalText

        init(law: String, isReading: Bool = false, text: LocalText, remedy: LocalText) {
            self.law = law
            standing = law.hasPrefix(Rule.own) ? .own : isReading ? .reading : .wording
            self.text = isReading ? Self.asReading(text) : text
            self.remedy = remedy
        }

        private static func asReading(_ text: LocalText) -> LocalText {
            LocalText(sv: text.sv + " Läsning, inte lagtext.", en: text.en + " A reading, not the wording of the law.")
        }
    }

    /// What `law` of a rule begins with that no statute demands.
    static let own = "Slussens regel"

    /// Stable id. E01–E14 and W01–W13 hold for every type or for several; otherwise the number begins with that of the type: E101 is M01's first.
    package let id: String
    /// Whether a breach refuses the message.
    package let severity: Finding.Severity
    /// The types it holds for.
    package let types: [MessageType]
    /// What it says.
    package let description: Description
    /// The time limit that alone tells of a breach, where no message can; `nil` for a rule that messages are judged by.
    package let watchedAs: DeadlineKind?
    /// Every place where the message breaks the rule.
    let check: @Sendable (CareMessage, RuleContext) -> [Breach]

    /// Ids with W are warnings; so are those with E that say so. The number of the id tells the type, when `types` does not.
    init(
        _ id: String, severity: Finding.Severity? = nil, types: [MessageType]? = nil, _ description: Description,
        check: @escaping @Sendable (CareMessage, RuleContext) -> [Breach]
    ) {
        self.id = id
        self.severity = severity ?? (id.hasPrefix("W") ? .warning : .error)
        self.description = description
        self.check = check
        watchedAs = nil
        let number = Self.typeNumber(id)
        self.types = types ?? (number == 0 ? MessageType.allCases : MessageType.allCases.filter { $0.number == number })
    }

    /// A warning about what did not come in time: the deadlines of a case give it, and no message breaks it.
    init(_ id: String, watchedAs kind: DeadlineKind, _ description: Description) {
        self.id = id
        self.description = description
        severity = .warning
        watchedAs = kind
        check = { _, _ in [] }
        types = MessageType.allCases
    }

    /// Whether it belongs to no single type.
    package var isCommon: Bool { Self.typeNumber(id) == 0 }

    private static func typeNumber(_ id: String) -> Int { (Int(id.dropFirst()) ?? 0) / 100 }
}
