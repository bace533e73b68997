/// A name with its namespace, the only way two names are compared.
package struct QualifiedName: Hashable, Sendable {
    /// The part after the prefix.
    package let name: String
    /// The namespace name, or `nil` for none.
    package let namespace: String?

    /// Makes a name; an empty namespace counts as none.
    package init(_ name: String, in namespace: String? = nil) {
        self.name = name
        self.namespace = namespace == "" ? nil : namespace
    }
}
