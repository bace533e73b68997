import AS4
import CareMessages
import Spooling

/// A file submitted together with a message, opened and measured.
package struct SubmittedFile: Sendable {
    /// Files a message may carry; of more, none is read.
    package static let most = 27
    /// Bytes of the longest one that is read.
    static let longest = 4 << 30

    /// Length and digest under the id it was submitted as.
    package let described: AttachedFile
    let content: SpoolContent

    /// Reads the file once, for its digest. One longer than any message may declare is not read: rule E14 sees its length. Blocking.
    ///
    /// - Throws: ``SpoolError`` P017.
    package init(id: String, file: HeldFile) throws(SpoolError) {
        let isReadable = file.length <= Self.longest
        let found = isReadable ? try file.sha256() : ("", file.length)
        described = AttachedFile(id: id, size: found.1, sha256: found.0)
        content = file.content
    }

    /// One that is too many to be read.
    init(unread id: String) {
        described = AttachedFile(id: id, size: 0, sha256: "")
        content = SpoolContent(MemorySource([]))
    }
}

extension [SubmittedFile] {
    /// The files in the order the message declares them, as the spool takes them. Rule E14 has found each.
    func enclosed(as declared: [Bilaga]) -> [EnclosedContent] {
        declared.compactMap { bilaga in
            first { $0.described.fits(bilaga) }.map { EnclosedContent(Enclosure(bilaga), $0.content) }
        }
    }
}

extension Enclosure {
    /// What the spool notes of an attachment; its title is content and stays in the message.
    init(_ bilaga: Bilaga) {
        self.init(name: bilaga.id, mediaType: bilaga.mediaType, length: bilaga.size, sha256: bilaga.sha256)
    }
}
