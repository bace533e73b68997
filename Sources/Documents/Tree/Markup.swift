/// An element as a value, to be written. Namespaces are declared where the caller says and nowhere else.
package struct Markup: Sendable, Equatable {
    /// What stands inside an element.
    package enum Content: Sendable, Equatable {
        /// A child element.
        case element(Markup)
        /// Text, unescaped.
        case text(String)
    }

    /// One attribute.
    package struct Attribute: Sendable, Equatable {
        /// Name with its prefix, such as `wsu:Id`.
        package var qualifiedName: String
        /// Value, unescaped.
        package var value: String
    }

    /// Name with its prefix, such as `ds:Signature`.
    package var qualifiedName: String
    /// Declarations on this element: prefix (empty for the default) to namespace name.
    package var namespaces: [String: String]
    /// Attributes in the order written.
    package var attributes: [Attribute]
    /// Children and texts in order.
    package var content: [Content]

    /// Makes an element. A prefix that is not declared here must be declared around it when it is written.
    package init(
        _ qualifiedName: String, namespaces: [String: String] = [:], attributes: [(String, String)] = [], content: [Content] = []
    ) {
        self.qualifiedName = qualifiedName
        self.namespaces = namespaces
        self.attributes = attributes.map { Attribute(qualifiedName: $0.0, value: $0.1) }
        self.content = content
    }

    /// Makes an element with child elements only.
    package init(_ qualifiedName: String, namespaces: [String: String] = [:], attributes: [(String, String)] = [], children: [Markup]) {
        self.init(qualifiedName, namespaces: namespaces, attributes: attributes, content: children.map { .element($0) })
    }

    /// Makes an element with text only.
    package init(_ qualifiedName: String, namespaces: [String: String] = [:], attributes: [(String, String)] = [], text: String) {
        self.init(qualifiedName, namespaces: namespaces, attributes: attributes, content: [.text(text)])
    }
}
