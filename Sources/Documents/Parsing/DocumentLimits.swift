/// How large and how deep a document may be. Every limit is checked on the bytes, before libxml2 builds anything:
/// its tree is quadratic in attributes and grows thirtyfold in memory.
package struct DocumentLimits: Sendable, Equatable {
    /// Bytes of the whole document.
    package var maximumBytes = 10 * 1024 * 1024
    /// Elements inside each other.
    package var maximumDepth = 64
    /// Attributes of one element, namespace declarations not counted.
    package var maximumAttributes = 64
    /// Namespace declarations of one element.
    package var maximumNamespaces = 32
    /// Namespace declarations in force at one place; bounds the search for each prefix.
    package var maximumNamespacesInScope = 256
    /// Bytes of one name with its prefix.
    package var maximumNameBytes = 256
    /// Elements, attributes, namespaces, texts, comments and references of the whole document.
    package var maximumNodes = 200_000
    /// Bytes of one attribute value as written.
    package var maximumAttributeBytes = 64 * 1024
    /// Bytes of one text, CDATA section or comment as written. Below libxml2's own 10 MB, which is not dependable.
    package var maximumTextBytes = 8 * 1024 * 1024
    /// Whether comments may stand in the document. They never count as text.
    package var allowsComments = true

    /// A business message: 10 MiB, comments allowed.
    package static let message = DocumentLimits()

    /// A SOAP envelope: 1 MiB, no comments.
    package static let soapHeader: DocumentLimits = {
        var limits = DocumentLimits()
        limits.maximumBytes = 1024 * 1024
        limits.maximumTextBytes = 512 * 1024
        limits.allowsComments = false
        return limits
    }()

    /// The limits of a business message, to be changed one by one.
    package init() {}
}
