import Spooling

/// An attachment as JSON tells it, beside a message handed over and by `sluss message show`: nothing of its content, nor its title.
package struct AttachmentReport: Encodable, Sendable {
    /// Its Bilageid.
    package let id: String
    /// Its media type.
    package let mediaType: String
    /// Its length in bytes.
    package let sizeBytes: Int
    /// Its SHA-256.
    package let sha256: String
    /// The name of its file.
    package let file: String

    /// Flattens what the spool knows of the attachment at a place of the list.
    init(_ enclosure: Enclosure, file: String) {
        id = enclosure.name
        mediaType = enclosure.mediaType
        sizeBytes = enclosure.length
        sha256 = enclosure.sha256
        self.file = file
    }
}
