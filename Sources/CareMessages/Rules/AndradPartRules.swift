import Documents
import Foundation

/// The rules of M24 Part ändras.
enum AndradPartRules {
    static let all = [openInsatser, notOwner, noChange, newPartyNotTold]

    /// Counted by organisation: a unit may leave while another unit of the same organisation stays and answers for the insats.
    static let openInsatser = Rule(
        "E2401",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §",
            text: LocalText(
                sv: "Parten som tas bort ansvarar för en insats som pågår enligt planen.",
                en: "The party to be removed answers for an insats that goes on according to the plan."),
            remedy: LocalText(
                sv: "Avsluta insatsen eller byt ansvarig enhet i planen (M10) först.",
                en: "End the insats or change the responsible unit in the plan (M10) first."))
    ) { message, context in
        guard let change = message.part(AndradPart.self), let facts = context.caseFacts else { return [] }
        let leaving = change.changes.filter { $0.kind == .remove }.map { CaseEvent.Unit($0.party) }
        let staying = Set(facts.units.filter { unit in !leaving.contains(where: unit.isSameUnit) }.map(\.organisationsnummer))
        let bound = facts.organisationsWithOpenInsatser.subtracting(staying)
        return change.changes.enumerated()
            .filter { $0.element.kind == .remove && bound.contains($0.element.party.organisationsnummer) }
            .map { Breach("Partsandring[\($0.offset + 1)]/Part") }
    }

    static let notOwner = Rule(
        "E2402",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
            text: LocalText(
                sv: "Bara ärendets ägare, som öppnade det, får ändra parterna.",
                en: "Only the owner of the case, who opened it, may change the parties."),
            remedy: LocalText(sv: "Be ärendets ägare göra ändringen.", en: "Ask the owner of the case to make the change."))
    ) { message, context in
        guard let owners = context.caseFacts?.owners, !owners.organisations.isEmpty else { return [] }
        return Breach.when(owners.only != message.envelope.sender.organisationsnummer, at: "Kuvert/Avsandare/Organisationsnummer")
    }

    static let noChange = Rule(
        "W2401",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ändringen ändrar ingenting: parten är redan med, eller är det inte.",
                en: "The change changes nothing: the unit is already a party, or is none."),
            remedy: LocalText(
                sv: "Kontrollera enhetens adress mot ärendets parter.", en: "Check the unit's address against the parties of the case."))
    ) { message, context in
        guard let change = message.part(AndradPart.self), let facts = context.caseFacts, !facts.earlier.isEmpty else { return [] }
        return change.changes.enumerated().filter { _, change in
            let unit = CaseEvent.Unit(change.party)
            let isParty = facts.units.contains(where: unit.isSameUnit)
            switch change.kind {
            case .add: return isParty && !facts.isReadOnly(unit)
            case .remove: return !isParty
            case .readOnly: return facts.isReadOnly(unit)
            }
        }
        .map { Breach("Partsandring[\($0.offset + 1)]/Part") }
    }

    static let newPartyNotTold = Rule(
        "W2402",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Den nya parten är inte mottagare och får inte veta att den är med i ärendet.",
                en: "The new party is no receiver and is not told that it takes part in the case."),
            remedy: LocalText(sv: "Lägg till den nya parten bland mottagarna.", en: "Add the new party to the receivers."))
    ) { message, _ in
        guard let change = message.part(AndradPart.self) else { return [] }
        let told = message.envelope.receivers.map(CaseEvent.Unit.init)
        return change.changes.enumerated()
            .filter { $0.element.kind != .remove && !told.contains(where: CaseEvent.Unit($0.element.party).isSameUnit) }
            .map { Breach("Partsandring[\($0.offset + 1)]/Part") }
    }
}
