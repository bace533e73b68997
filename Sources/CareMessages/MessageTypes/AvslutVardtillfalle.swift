import Documents
import Foundation

/// M13, end of the admission (Slussens förslag; lag (2017:612) 5 kap. 1 §).
package struct AvslutVardtillfalle: MessageContent {
    package static let type = MessageType.avslutVardtillfalle
    package static let facts = TypeFacts(
        rootElement: "AvslutVardtillfalle", title: LocalText(sv: "Avslut av vårdtillfälle", en: "End of the admission"),
        law: "Slussens förslag; lag (2017:612) 5 kap. 1 §",
        roles: ([.slutenVard], Roll.municipal.union(Roll.regionalOpenCare).union([.sis]))
    ).with {
        $0.reference = .required([.inskrivningsmeddelande])
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
