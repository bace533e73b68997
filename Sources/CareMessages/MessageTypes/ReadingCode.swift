import Documents

/// Why a document that follows the schema still is not a message this product reads.
package enum ReadingCode: String, RefusalCode {
    /// The root element is no message type of this version.
    case unknownType = "N001"
    /// A value cannot be read as what its element means.
    case unreadable = "N002"
    /// An element stands more often than it may.
    case repeated = "N003"
    /// A newer minor version of the schema than this build knows.
    case newerVersion = "N004"
    /// Another major version of the schema.
    case otherMajorVersion = "N005"

    /// What is wrong.
    package var text: LocalText {
        switch self {
        case .unknownType: LocalText(sv: "Rotelementet är ingen känd meddelandetyp.", en: "The root element is no known message type.")
        case .unreadable: LocalText(sv: "Elementets värde går inte att läsa.", en: "The element's value cannot be read.")
        case .newerVersion:
            LocalText(
                sv: "Meddelandet är skrivet i en nyare schemaversion än \(SchemaVersion.current).",
                en: "The message is written in a newer schema version than \(SchemaVersion.current).")
        case .otherMajorVersion:
            LocalText(
                sv: "Meddelandet är skrivet i en annan huvudversion av schemat.",
                en: "The message is written in another major version of the schema.")
        case .repeated: LocalText(sv: "Elementet står fler gånger än det får.", en: "The element stands more often than it may.")
        }
    }

    /// What the sender can do.
    package var remedy: LocalText {
        switch self {
        case .unknownType:
            LocalText(
                sv: "Använd ett rotelement ur Schemas/samverkan.xsd, i namnrymden urn:sluss:samverkan:1.",
                en: "Use a root element of Schemas/samverkan.xsd, in the namespace urn:sluss:samverkan:1.")
        case .newerVersion:
            LocalText(
                sv: "Uppgradera den mottagande slussen, eller skicka meddelandet i version \(SchemaVersion.current).",
                en: "Upgrade the receiving gateway, or send the message in version \(SchemaVersion.current).")
        case .otherMajorVersion:
            LocalText(
                sv: "Kom överens om huvudversion, och skicka i namnrymden \(MessageType.namespace).",
                en: "Agree on the major version, and send in the namespace \(MessageType.namespace).")
        case .unreadable, .repeated:
            LocalText(
                sv: "Jämför elementet med schemat och exemplet för meddelandetypen.",
                en: "Compare the element with the schema and the example of the message type.")
        }
    }
}
