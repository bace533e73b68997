import Documents
import Foundation

/// M11, notice of compulsory open care with coordinated care plan (LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket).
package struct UnderrattelseOppenTvangsvard: MessageContent {
    package static let type = MessageType.underrattelseOppenTvangsvard
    package static let facts = TypeFacts(
        rootElement: "UnderrattelseOppenTvangsvard",
        title: LocalText(
            sv: "Underrättelse om öppen tvångsvård med samordnad vårdplan", en: "Notice of compulsory open care with coordinated care plan"),
        law: "LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket",
        roles: ([.slutenVard, .bup, .regionalOppenvard], Roll.municipal.union(Roll.regionalOpenCare))
    ).with {
        $0.reference = .optional([.inskrivningsmeddelande, .underrattelseOppenTvangsvard])
        $0.opensCase = true
    }

    /// Takes what every one has; the rest is set afterwards.
    package init() {}

    package init(_ fields: FieldReader) throws(Refusal) {}

    package func write(to fields: inout FieldWriter) {}
}
