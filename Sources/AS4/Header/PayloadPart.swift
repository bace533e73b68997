import Documents

/// `eb:PartInfo`: one payload part of the message and what the header says of it.
package struct PayloadPart: Sendable, Hashable {
    /// The part's Content-ID, without `cid:` and percent-encoding.
    package let contentID: String
    /// Part properties in their order.
    package let properties: [MessageProperty]

    /// Makes a reference to a part.
    package init(contentID: String, properties: [MessageProperty]) {
        self.contentID = contentID
        self.properties = properties
    }

    /// An XML document in UTF-8, compressed with gzip: what every message of ours carries.
    package static func compressedXML(contentID: String = "message") -> PayloadPart {
        PayloadPart(
            contentID: contentID,
            properties: [
                MessageProperty("MimeType", value: "text/xml"), MessageProperty("CharacterSet", value: "utf-8"),
                MessageProperty("CompressionType", value: EBMSName.gzip),
            ])
    }

    /// Content of any type, compressed with gzip: what stands beside the leading document.
    package static func compressed(contentID: String, mimeType: String) -> PayloadPart {
        PayloadPart(
            contentID: contentID,
            properties: [MessageProperty("MimeType", value: mimeType), MessageProperty("CompressionType", value: EBMSName.gzip)])
    }

    /// Media type of the content before compression, when the header says.
    package var mimeType: String? { self["MimeType"] }
    /// Name of the content's character set, when the header says.
    package var characterSet: String? { self["CharacterSet"] }
    /// How the part is compressed; `nil` when it is not.
    package var compressionType: String? { self["CompressionType"] }

    private subscript(name: String) -> String? { properties.first { $0.name == name }?.value }

    /// Throws A042, A043 or A044 when the properties contradict AS4 Profile 3.1.
    func checkProperties(at place: Place) throws(EBMSError) {
        if let compressionType {
            guard compressionType == EBMSName.gzip else { throw EBMSError(.compressionType, at: place) }
            guard mimeType != nil else { throw EBMSError(.mimeTypeMissing, at: place) }
        }
        if let characterSet {
            guard Self.isEncodingName(characterSet) else { throw EBMSError(.characterSet, at: place) }
        }
    }

    /// EncName of XML 1.0, 4.3.3.
    private static func isEncodingName(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "._-".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
