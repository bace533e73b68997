/// A file that belongs to a message beside its body, as the envelope records it: an attachment (bilaga) of the business message.
///
/// It lies in the message's folder as `bilaga-1`, `bilaga-2`, … in the order of the envelope: no name from outside becomes a file name.
package struct Enclosure: Sendable, Equatable {
    /// What the message calls it. Nothing about a patient.
    package let name: String
    /// Its media type.
    package let mediaType: String
    /// Its length in bytes.
    package let length: Int
    /// Its SHA-256, 64 hexadecimal digits.
    package let sha256: String

    /// Describes a file.
    package init(name: String, mediaType: String, length: Int, sha256: String) {
        (self.name, self.mediaType, self.length, self.sha256) = (name, mediaType, length, sha256)
    }

    /// The name of the file at a place of the envelope's list, counted from 0.
    package static func fileName(_ position: Int) -> String { "bilaga-\(position + 1)" }
}

/// An enclosure and where its bytes come from when it is taken.
package struct EnclosedContent: Sendable {
    /// What it must be; what is read and differs in length or SHA-256 is not taken.
    package let enclosure: Enclosure
    /// The bytes.
    package let content: SpoolContent

    /// Puts the two together.
    package init(_ enclosure: Enclosure, _ content: SpoolContent) {
        self.enclosure = enclosure
        self.content = content
    }
}

extension [EnclosedContent] {
    /// Bytes of all of them.
    var length: Int { reduce(0) { $0 + $1.enclosure.length } }
}

extension Enclosure: SpoolStored {
    var members: [String: SpoolValue] {
        ["name": .text(name), "media_type": .text(mediaType), "length": .integer(length), "sha256": .text(sha256)]
    }

    init?(members: [String: SpoolValue]) {
        guard let name = members["name"]?.text, let type = members["media_type"]?.text, let length = members["length"]?.integer,
            let sha256 = members["sha256"]?.text
        else { return nil }
        self.init(name: name, mediaType: type, length: length, sha256: sha256)
    }
}
