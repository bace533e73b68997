import Documents

/// What holds for every message of one type, whatever it says.
package struct TypeFacts: Sendable {
    /// What `RefererarTill` must name (rule E06).
    package enum Reference: Sendable, Equatable {
        /// A message of one of these types, always.
        case required(Set<MessageType>)
        /// A message of one of these types, if any.
        case optional(Set<MessageType>)
        /// Nothing.
        case none

        /// The types that may be named; empty when none may.
        package var types: Set<MessageType> {
            switch self {
            case .required(let types), .optional(let types): types
            case .none: []
            }
        }
    }

    /// Whether a statute demands that the type is sent, whatever secrecy says (offentlighets- och sekretesslagen 2009:400, 10 kap. 28 §).
    package enum Duty: Sendable {
        /// Yes, and the statute lists what is told (lag 2017:612, 2 kap. 2 §): what goes beyond it is refused without another ground (rule
        /// E12).
        case listed
        /// Yes, or so we read it, but how much it bears is not listed: what goes beyond it is warned of (rule W11).
        case unlisted
        /// No: the duty alone is no ground (rule W10).
        case none
    }

    /// Local name of the root element.
    package let rootElement: String
    /// The name for operators.
    package let title: LocalText
    /// The provision the type rests on, in Swedish; "Slussens förslag" when none demands the message.
    package let law: String
    /// Roles that may send it, and roles that may receive it (rule E03).
    package let roles: (senders: Set<Roll>, receivers: Set<Roll>)
    /// What `RefererarTill` must name.
    package var reference = Reference.none
    /// Whether a message of the type may be the first of its case.
    package var opensCase = false
    /// Whether it names a patient. The types that do not must carry no patient data at all.
    package var carriesPatient = true
    /// Whether a duty by law bears it.
    package var duty = Duty.none
    /// Whether files may go with it (rule E13).
    package var carriesAttachments = false
    /// Types that are expected in answer, besides the receipt that every message gets.
    package var answers: Set<MessageType> = []

    init(rootElement: String, title: LocalText, law: String, roles: (senders: Set<Roll>, receivers: Set<Roll>)) {
        self.rootElement = rootElement
        self.title = title
        self.law = law
        self.roles = roles
    }

    /// The same with changes, for one declaration a type.
    func with(_ change: (inout TypeFacts) -> Void) -> TypeFacts {
        var copy = self
        change(&copy)
        return copy
    }
}
