/// What a submitter hands over: the document and the files that go with it. Nobody may change the files meanwhile.
package struct SubmittedMessage: Sendable {
    /// The XML document as the submitter wrote it.
    package let bytes: [UInt8]
    /// Its attachments, in any order.
    package let files: [SubmittedFile]

    /// Puts the two together.
    package init(_ bytes: [UInt8], with files: [SubmittedFile] = []) {
        self.bytes = bytes
        self.files = files
    }
}
