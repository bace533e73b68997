import Documents

/// Writes a message of typed values as the XML that ``MessageReader`` reads back as the same values. The signature comes later.
package struct MessageWriter {
    /// The message, unsigned, in UTF-8, with the root's `Id` set for the signature to point at.
    ///
    /// Values are written as they are: ``MessageCheck`` judges the result, also one that a program made.
    /// - Throws: a `Refusal` of Documents for text that XML cannot carry.
    package static func bytes(_ message: CareMessage) throws(Refusal) -> [UInt8] {
        try Document(markup(message)).serialized()
    }

    private static func markup(_ message: CareMessage) -> Markup {
        var fields = FieldWriter()
        fields.child("Kuvert", message.envelope.write)
        if let patient = message.patient { fields.child("Patient", patient.write) }
        message.content.write(to: &fields)
        return Markup(
            FieldWriter.qualified(message.type.rootElement), namespaces: ["sam": MessageType.namespace], attributes: [("Id", "meddelande")],
            children: fields.children)
    }
}
