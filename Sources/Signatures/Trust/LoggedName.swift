/// A foreign name made safe for one line of log or terminal: a certificate may be named `good\u{1b}[2J` or spell backwards.
package struct LoggedName: Sendable, CustomStringConvertible {
    /// The name, at most 100 characters, without control, format, separator or quote characters.
    package let description: String

    /// Escapes `name`; nil becomes "(no name)".
    package init(_ name: String?) {
        guard let name else {
            description = "(no name)"
            return
        }
        let escaped = name.unicodeScalars.prefix(100).map { scalar in
            Self.isPlain(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }
        description = escaped.joined()
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: scalar != "\"" && scalar != "\\"
        }
    }
}
