import Documents

/// The part of a message that is its type's own: what it says, how it is read and written, and what other parts need of it.
package protocol MessageContent: Sendable, Equatable {
    /// Which type this is the content of.
    static var type: MessageType { get }
    /// What holds for every message of the type.
    static var facts: TypeFacts { get }

    /// Reads the elements below the root that are neither `Kuvert`, `Patient` nor the signature.
    ///
    /// - Throws: N002, N003 and refusals of Documents, where the schema's promise does not hold.
    init(_ fields: FieldReader) throws(Refusal)
    /// Writes the same elements, in the order of the schema.
    func write(to fields: inout FieldWriter)

    /// Everything a person wrote freely.
    var freeTexts: [PlacedText] { get }
    /// Identifiers of organisations, units, municipalities and counties.
    var identifiers: [PlacedIdentifier] { get }
    /// The placement, for the types that carry one.
    var placering: Placering? { get }
    /// Paths, below the root, of the elements present that tell where the patient lives or stays; forbidden for a protected patient (rule
    /// E09).
    var placesOfStay: [String] { get }
    /// Paths, below the root, of the elements present that go beyond what a duty of disclosure bears; they need a ground of their own (rules
    /// E12 and W11).
    var beyondDuty: [String] { get }
    /// Notes what later messages of the case and its deadlines are judged by. Never names, numbers, addresses or free text of a person.
    func note(in facts: inout EventFacts)
}

extension MessageContent {
    /// No placement.
    package var placering: Placering? { nil }
    /// Those of the placement.
    package var placesOfStay: [String] { placering?.placesOfStay(in: "Placering") ?? [] }
    /// No free text.
    package var freeTexts: [PlacedText] { [] }
    /// Nothing: the type rests on no duty, or says nothing beyond it.
    package var beyondDuty: [String] { [] }
    /// No identifiers.
    package var identifiers: [PlacedIdentifier] { [] }
    /// Nothing to note.
    package func note(in facts: inout EventFacts) {}
}

extension MessageContent {
    /// Whether both are of the same type and hold the same values.
    func isEqual(to other: any MessageContent) -> Bool { (other as? Self) == self }
}
