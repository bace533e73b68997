import Documents
import Foundation

/// M07, whether the services of open care are available (lag 2017:612, 5 kap. 5 §; that it is told is Sluss's proposal).
package struct OppenvardensTillganglighet: MessageContent {
    /// Whether they are available.
    package var available: Utskrivningsklar.Answer
    /// The services the answer is about, one to twenty. Free text: content.
    package var services: [String]
    /// From when the answer holds.
    package var from: PlannedTime

    /// Takes what every one has.
    package init(available: Utskrivningsklar.Answer, services: [String], from: PlannedTime) {
        self.available = available
        self.services = services
        self.from = from
    }

    package static let type = MessageType.oppenvardensTillganglighet
    package static let facts = TypeFacts(
        rootElement: "OppenvardensTillganglighet", title: LocalText(sv: "Öppenvårdens tillgänglighet", en: "Availability of open care"),
        law: "Lag (2017:612) 5 kap. 5 §", roles: (Roll.regionalOpenCare, Roll.municipal.union([.slutenVard]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande, .utskrivningsklar, .underrattelseOppenTvangsvard])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        available = try fields.code("OppenvardTillganglig")
        services = try fields.texts("Insats")
        from = try fields.plannedTime("GallerFran")
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("OppenvardTillganglig", available)
        for service in services { fields.text("Insats", service) }
        fields.plannedTime("GallerFran", from)
    }

    package func note(in facts: inout EventFacts) {
        facts.openCareAvailable = available
        facts.openCareFrom = from
    }

    package var freeTexts: [PlacedText] {
        services.enumerated().map { PlacedText(text: $0.element, path: "Insats[\($0.offset + 1)]") }
    }
}
