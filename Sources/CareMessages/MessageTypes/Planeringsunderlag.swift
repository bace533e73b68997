import Documents
import Foundation

/// M04, facts for planning (Lag (2017:612) 2 kap. 6 §).
package struct Planeringsunderlag: MessageContent {
    package static let type = MessageType.planeringsunderlag
    package static let facts = TypeFacts(
        rootElement: "Planeringsunderlag", title: LocalText(sv: "Planeringsunderlag", en: "Facts for planning"),
        law: "Lag (2017:612) 2 kap. 6 §",
        roles: (
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard]),
            Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard])
        )
    ).with {
        $0.reference = .required([.inskrivningsmeddelande, .planeringsunderlag])
        $0.answers = [.planeringsunderlag]
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
