import Documents
import Signatures

/// Reads the typed message out of nodes that are verified, or known to be unsigned. Comes after the schema.
package struct MessageReader {
    /// Throws N001 for a root that is no message type, N002 and others where the schema's promise does not hold.
    package static func read(_ content: some ReadableContent) throws(Refusal) -> CareMessage {
        let root = content.root
        guard root.namespace == MessageType.namespace, let type = MessageType(rootElement: root.name) else {
            throw Refusal(ReadingCode.unknownType, at: root.place)
        }
        let fields = FieldReader(element: root)
        let patient = try fields.optional("Patient") { (item) throws(Refusal) in try Patient(item) }
        guard (patient != nil) == type.facts.carriesPatient else { throw fields.unreadable() }
        return CareMessage(
            envelope: try MessageEnvelope(fields.child("Kuvert")), patient: patient, content: try type.content.init(fields))
    }

    /// Refuses a version this build does not know, before the schema would refuse its elements one by one.
    ///
    /// - Throws: N004 for a newer minor version, N005 for another major one.
    static func checkVersion(of root: Element) throws(Refusal) {
        if let namespace = root.namespace, namespace != MessageType.namespace, namespace.hasPrefix(MessageType.namespacePrefix) {
            throw Refusal(ReadingCode.otherMajorVersion, at: root.place)
        }
        guard
            let stated = root.child("Kuvert", in: MessageType.namespace)?.child("Schemaversion", in: MessageType.namespace),
            let version = SchemaVersion(try FieldReader(element: stated).token())
        else { return }
        if version.major != SchemaVersion.current.major { throw Refusal(ReadingCode.otherMajorVersion, at: stated.place) }
        if version > .current { throw Refusal(ReadingCode.newerVersion, at: stated.place) }
    }
}
