/// `eb:Property` of a message or a part.
package struct MessageProperty: Sendable, Hashable {
    /// `@name`.
    package let name: String
    /// `@type`, when the network gives the value a scheme.
    package let type: String?
    /// The value.
    package let value: String

    /// Makes a property.
    package init(_ name: String, type: String? = nil, value: String) {
        self.name = name
        self.type = type
        self.value = value
    }
}
