import Documents
import Foundation

/// M06, the patient is no longer ready for discharge (no statute; regional routines, Vårdhandboken: omgående).
package struct AtertagandeUtskrivningsklar: MessageContent {
    /// Why. Raw values are those of the schema.
    package enum Reason: String, CaseIterable, Sendable {
        /// The patient has become worse.
        case worse = "FORSAMRAD"
        /// The patient needs other sluten vård.
        case otherCare = "ANNAN_VARD"
        /// The notice was wrong.
        case mistaken = "FELAKTIG"
        /// The patient has left without leave.
        case absconded = "AVVIKEN"
    }

    /// When the patient was judged no longer ready.
    package var withdrawn: Date
    /// Why.
    package var reason: Reason

    /// Takes what every one has.
    package init(withdrawn: Date, reason: Reason) {
        self.withdrawn = withdrawn
        self.reason = reason
    }

    package static let type = MessageType.atertagandeUtskrivningsklar
    package static let facts = TypeFacts(
        rootElement: "AtertagandeUtskrivningsklar",
        title: LocalText(sv: "Återtagande av utskrivningsklar", en: "Withdrawal of readiness for discharge"),
        law: "Slussens förslag; regionala rutiner (Vårdhandboken: omgående)",
        roles: ([.slutenVard], Roll.concerned)
    ).with {
        $0.reference = .required([.utskrivningsklar, .underrattelseOppenTvangsvard])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        withdrawn = try fields.instant("Atertagen")
        reason = try fields.code("Atertagandeorsak")
    }

    package func write(to fields: inout FieldWriter) {
        fields.instant("Atertagen", withdrawn)
        fields.code("Atertagandeorsak", reason)
    }

    package func note(in facts: inout EventFacts) { facts.status = reason.rawValue }
}
