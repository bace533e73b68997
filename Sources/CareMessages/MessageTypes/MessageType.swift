import Documents

/// The kinds of message between region and kommun. The raw value is the number operators use.
package enum MessageType: String, CaseIterable, Sendable, Codable {
    /// Notice of admission (lag 2017:612, 2 kap. 1–3 §§).
    case inskrivningsmeddelande = "M01"
    /// Notice that the patient is ready for discharge (lag 2017:612, 3 kap. 1 §).
    case utskrivningsklar = "M05"
    /// Referral from a municipality or a care provider to a unit of the region.
    case remiss = "M17"

    /// The namespace of every message.
    package static let namespace = "urn:sluss:samverkan:1"

    /// The type whose root element has this local name.
    package init?(rootElement: String) {
        guard let type = Self.allCases.first(where: { $0.rootElement == rootElement }) else { return nil }
        self = type
    }

    /// Local name of the root element.
    package var rootElement: String {
        switch self {
        case .inskrivningsmeddelande: "Inskrivningsmeddelande"
        case .utskrivningsklar: "Utskrivningsklar"
        case .remiss: "Remiss"
        }
    }

    /// The name for operators.
    package var title: LocalText {
        switch self {
        case .inskrivningsmeddelande: LocalText(sv: "Inskrivningsmeddelande", en: "Notice of admission")
        case .utskrivningsklar: LocalText(sv: "Underrättelse om utskrivningsklar", en: "Notice of readiness for discharge")
        case .remiss: LocalText(sv: "Remiss", en: "Referral")
        }
    }

    /// AS4 Service unless the agreement sets another.
    package var defaultService: String { Self.namespace }
    /// AS4 Action unless the agreement sets another.
    package var defaultAction: String { Self.namespace + ":" + rootElement }

    /// The number in the rule ids of the type: 1 for M01 gives E101.
    package var number: Int { Int(rawValue.dropFirst()) ?? 0 }

    /// Roles that may send the type (rule E03).
    package var senderRoles: Set<Roll> {
        switch self {
        case .inskrivningsmeddelande, .utskrivningsklar: [.slutenVard]
        case .remiss: Roll.municipal.union(Roll.regionalOpenCare).union([.slutenVard, .tandvard, .elevhalsa])
        }
    }

    /// Roles that may receive the type (rule E03).
    package var receiverRoles: Set<Roll> {
        switch self {
        case .inskrivningsmeddelande, .utskrivningsklar: Roll.municipal.union(Roll.regionalOpenCare)
        case .remiss: Roll.regionalOpenCare.union([.slutenVard, .tandvard])
        }
    }
}
