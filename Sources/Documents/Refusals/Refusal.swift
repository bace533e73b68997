/// A refusal that no retry can cure. Shared by every target that judges bytes; carries code, place and remedy, never content.
package struct Refusal: Error, Sendable, Equatable {
    /// The stable code, such as `D004`.
    package let code: String
    /// What is wrong.
    package let text: LocalText
    /// What can be done about it.
    package let remedy: LocalText
    /// Where it is wrong.
    package let place: Place
    /// Technical circumstance for support (limit name, library error number). Never content.
    package let detail: String?

    /// Makes a refusal from a code. `detail` must not contain anything taken from a document's text or attribute values.
    package init<C: RefusalCode>(_ code: C, at place: Place = .unknown, detail: String? = nil) {
        self.code = code.rawValue
        self.text = code.text
        self.remedy = code.remedy
        self.place = place
        self.detail = detail
    }

    /// Makes a refusal from its parts: for a target that keeps its texts elsewhere than in a ``RefusalCode``.
    package init(code: String, text: LocalText, remedy: LocalText, place: Place) {
        self.code = code
        self.text = text
        self.remedy = remedy
        self.place = place
        self.detail = nil
    }

    /// Makes a D010 whose text names the kind of violation.
    init(_ kind: ViolationKind, at place: Place = .unknown, detail: String? = nil) {
        self.code = DocumentCode.schemaViolation.rawValue
        self.text = kind.text
        self.remedy = DocumentCode.schemaViolation.remedy
        self.place = place
        self.detail = detail ?? kind.rawValue
    }

    /// True when the refusal was made from this code. Codes of different targets have different letters.
    package func `is`<C: RefusalCode>(_ code: C) -> Bool {
        self.code == code.rawValue
    }
}
