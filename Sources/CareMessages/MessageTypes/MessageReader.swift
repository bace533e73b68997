import Documents
import Signatures

/// Reads the typed message out of nodes that are verified, or known to be unsigned. Comes after the schema.
package struct MessageReader {
    /// Throws C001 for a root that is no message type, C002 and others where the schema's promise does not hold.
    package static func read(_ content: some ReadableContent) throws(Refusal) -> CareMessage {
        let root = content.root
        guard root.namespace == MessageType.namespace, let type = MessageType(rootElement: root.name) else {
            throw Refusal(ReadingCode.unknownType, at: root.place)
        }
        let fields = FieldReader(element: root)
        return CareMessage(
            type: type, envelope: try MessageEnvelope(fields.child("Kuvert")), patient: try Patient(fields.child("Patient")),
            content: try self.content(of: type, fields))
    }

    private static func content(of type: MessageType, _ fields: FieldReader) throws(Refusal) -> CareMessage.Content {
        switch type {
        case .inskrivningsmeddelande: .inskrivningsmeddelande(try Inskrivningsmeddelande(fields))
        case .utskrivningsklar: .utskrivningsklar(try Utskrivningsklar(fields))
        case .remiss: .remiss(try Remiss(fields))
        }
    }
}
