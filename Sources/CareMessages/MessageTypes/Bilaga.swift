import Documents

/// A file that goes with a message, as the envelope declares it (`Bilaga`, schema 1.2). The organisation's signature covers the file through
/// the digest here; the file itself stands outside the message.
package struct Bilaga: Equatable, Sendable {
    /// Its name within the message: 1 to 32 letters, digits and hyphens. Seen outside the message, so rule E14 refuses what could be a
    /// person number.
    package var id: String
    /// Its media type, lower case and without parameters.
    package var mediaType: String
    /// Its length in bytes, 1 to 4 GiB.
    package var size: Int
    /// Its SHA-256, 64 hexadecimal digits in lower case.
    package var sha256: String
    /// What it is, for the reader. Free text: content.
    package var title: String?

    /// Takes what every one has; the title is set afterwards.
    package init(id: String, mediaType: String, size: Int, sha256: String) {
        self.id = id
        self.mediaType = mediaType
        self.size = size
        self.sha256 = sha256
    }

    init(_ fields: FieldReader) throws(Refusal) {
        self.init(
            id: try fields.token("Bilageid"), mediaType: try fields.token("Mediatyp"), size: try fields.number("Storlek"),
            sha256: try fields.token("Sha256"))
        title = try fields.optionalToken("Benamning")
    }

    func write(to fields: inout FieldWriter) {
        fields.text("Bilageid", id)
        fields.text("Mediatyp", mediaType)
        fields.number("Storlek", size)
        fields.text("Sha256", sha256)
        fields.text("Benamning", title)
    }
}

/// A file that came along with a message: what rule E14 compares with the ``Bilaga`` it should be.
package struct AttachedFile: Equatable, Sendable {
    /// The id it was submitted under; `nil` when only its content tells which one it is, as on the wire.
    package var id: String?
    /// Its length in bytes.
    package var size: Int
    /// Its SHA-256, 64 hexadecimal digits in lower case.
    package var sha256: String

    /// Describes a file.
    package init(id: String?, size: Int, sha256: String) {
        self.id = id
        self.size = size
        self.sha256 = sha256
    }

    /// Whether it is the file that was declared.
    package func fits(_ bilaga: Bilaga) -> Bool { size == bilaga.size && sha256 == bilaga.sha256 && (id == nil || id == bilaga.id) }
}
