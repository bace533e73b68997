import Documents
import Foundation

/// M10, coordinated individual plan (Lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025)).
package struct SamordnadPlan: MessageContent {
    package static let type = MessageType.samordnadPlan
    package static let facts = TypeFacts(
        rootElement: "SamordnadPlan", title: LocalText(sv: "Samordnad individuell plan", en: "Coordinated individual plan"),
        law:
            "Lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025)",
        roles: (
            Roll.municipal.union(Roll.regionalOpenCare),
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard, .tandvard, .elevhalsa, .sis])
        )
    ).with {
        $0.reference = .optional([.kallelseTillSip, .svarPaKallelse, .samordnadPlan])
        $0.opensCase = true
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
