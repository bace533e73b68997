import Documents

/// A business document as its readers get it: the root, and the signature they have to leave out.
package protocol ReadableContent {
    /// The root element. Everything read comes from below it.
    var root: Element { get }
    /// The signature inside it, which is no content; nil when there is none.
    var signature: Element? { get }
}

extension ReadableContent {
    /// The child elements of the root without the signature.
    package var children: [Element] { root.children.filter { $0 != signature } }
}

/// A document that nobody has signed yet or whose signature nobody has verified: for checks before signing, never for a reader
/// that acts on what it reads.
package struct UnsignedContent: ReadableContent {
    /// The root element.
    package let root: Element
    /// The last child of the root when it is a signature, unverified.
    package let signature: Element?

    /// Takes the document as it is.
    package init(_ document: Document) {
        root = document.root
        signature = document.root.children.last.flatMap { $0.is("Signature", in: SignatureNames.ds) ? $0 : nil }
    }
}
