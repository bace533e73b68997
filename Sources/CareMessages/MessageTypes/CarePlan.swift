import Documents

/// The content that a SIP (M10) and a samordnad vårdplan (M11) share: needs, insatser, what others do, and who has confirmed it (`PlanTyp`).
/// The texts are patient data.
package struct CarePlan: Equatable, Sendable {
    /// One thing to be done.
    package struct Insats: Equatable, Sendable {
        /// How far it has come. Raw values are those of the schema.
        package enum State: String, CaseIterable, Sendable {
            /// Has not begun.
            case planned = "PLANERAD"
            /// Goes on.
            case ongoing = "PAGAENDE"
            /// Has ended.
            case ended = "AVSLUTAD"
        }

        /// What is to be done. Free text: content.
        package var text: String
        /// The unit that answers for it; its absence breaks rule E1001 or E1102.
        package var unit: ConcernedUnit?
        /// The day it begins or began.
        package var start: CalendarDay
        /// How far it has come.
        package var state: State
        /// The day it ends or ended.
        package var end: CalendarDay?

        /// Takes what every one has; the rest is set afterwards.
        package init(text: String, start: CalendarDay, state: State) {
            self.text = text
            self.start = start
            self.state = state
        }
    }

    /// A unit has confirmed (justerat) its part.
    package struct Confirmation: Equatable, Sendable {
        /// The unit.
        package var unit: ConcernedUnit
        /// The day.
        package var day: CalendarDay
        /// Who did it for the unit.
        package var confirmedBy: String?

        /// Takes what every one has; the rest is set afterwards.
        package init(unit: ConcernedUnit, day: CalendarDay) {
            self.unit = unit
            self.day = day
        }
    }

    /// Assessed needs. Free text: content.
    package var needs: String
    /// At least one.
    package var insatser: [Insats]
    /// Measures by others than region and municipality; empty when there are none. Free text: content.
    package var measuresOfOthers: String
    /// The patient's attitude, as far as it is known. Free text: content.
    package var attitude: String?
    /// One for each unit that has confirmed.
    package var confirmations: [Confirmation] = []

    /// Takes what every one has; the rest is set afterwards.
    package init(needs: String, insatser: [Insats], measuresOfOthers: String) {
        self.needs = needs
        self.insatser = insatser
        self.measuresOfOthers = measuresOfOthers
    }

    func write(to fields: inout FieldWriter) {
        fields.text("Behovsbeskrivning", needs)
        fields.each("Insats", insatser) { insats, item in
            item.text("Insatsbeskrivning", insats.text)
            if let unit = insats.unit { item.child("AnsvarigEnhet", unit.write) }
            item.day("Insatsstart", insats.start)
            item.code("Insatslage", insats.state)
            item.day("Insatsslut", insats.end)
        }
        fields.text("AndrasAtgarder", measuresOfOthers)
        fields.text("PatientensInstallning", attitude)
        fields.each("Justering", confirmations) { confirmation, item in
            item.child("Enhet", confirmation.unit.write)
            item.day("Justeringsdatum", confirmation.day)
            item.text("Justerare", confirmation.confirmedBy)
        }
    }

    init(_ fields: FieldReader) throws(Refusal) {
        needs = try fields.text("Behovsbeskrivning")
        insatser = try fields.all("Insats") { (item) throws(Refusal) in
            var insats = Insats(
                text: try item.text("Insatsbeskrivning"), start: try item.day("Insatsstart"), state: try item.code("Insatslage"))
            insats.unit = try item.optional("AnsvarigEnhet") { (unit) throws(Refusal) in try ConcernedUnit(unit) }
            insats.end = try item.optionalDay("Insatsslut")
            return insats
        }
        measuresOfOthers = try fields.text("AndrasAtgarder")
        attitude = try fields.optionalText("PatientensInstallning")
        confirmations = try fields.all("Justering") { (item) throws(Refusal) in
            var confirmation = Confirmation(unit: try ConcernedUnit(item.child("Enhet")), day: try item.day("Justeringsdatum"))
            confirmation.confirmedBy = try item.optionalToken("Justerare")
            return confirmation
        }
    }

    /// Paths below `parent` of the insatser that no unit answers for.
    func insatserWithoutUnit(in parent: String) -> [String] {
        insatser.enumerated().filter { $0.element.unit == nil }.map { "\(parent)/Insats[\($0.offset + 1)]" }
    }

    /// Paths below `parent` of the units that answer for an insats and have not confirmed.
    func unconfirmedUnits(in parent: String, where isAsked: (ConcernedUnit) -> Bool = { _ in true }) -> [String] {
        insatser.enumerated().filter { _, insats in
            guard let unit = insats.unit, isAsked(unit) else { return false }
            return !confirmations.contains { $0.unit.isSameUnit(as: unit) }
        }.map { "\(parent)/Insats[\($0.offset + 1)]/AnsvarigEnhet" }
    }

    /// What the case remembers: who answers for an insats, and whether it goes on. In a plan that has ended nothing does.
    func remembered(isEnded: Bool) -> [EventFacts.Insats] {
        insatser.compactMap { insats in
            insats.unit.map {
                EventFacts.Insats(organisationsnummer: $0.organisationsnummer, isOpen: !isEnded && insats.state != .ended)
            }
        }
    }

    func freeTexts(in parent: String) -> [PlacedText] {
        var texts = [PlacedText(text: needs, path: parent + "/Behovsbeskrivning")]
        for (index, insats) in insatser.enumerated() {
            texts.append(PlacedText(text: insats.text, path: "\(parent)/Insats[\(index + 1)]/Insatsbeskrivning"))
        }
        texts.append(PlacedText(text: measuresOfOthers, path: parent + "/AndrasAtgarder"))
        if let attitude { texts.append(PlacedText(text: attitude, path: parent + "/PatientensInstallning")) }
        return texts
    }

    func identifiers(in parent: String) -> [PlacedIdentifier] {
        insatser.enumerated().flatMap { index, insats in
            insats.unit?.identifiers(in: "\(parent)/Insats[\(index + 1)]/AnsvarigEnhet") ?? []
        }
            + confirmations.enumerated().flatMap { index, confirmation in
                confirmation.unit.identifiers(in: "\(parent)/Justering[\(index + 1)]/Enhet")
            }
    }
}
