/// Swift source with comments and the contents of literals blanked out, so that rules look at code only.
///
/// Every line keeps its number and its length in bytes. Code inside string interpolations stays.
struct SwiftText {
    private enum Context {
        /// Code; the number of open parentheses when it is an interpolation, else nil.
        case code(openParentheses: Int?)
        case string(hashes: Int, quotes: Int)
    }

    private let bytes: [UInt8]
    private var output: [UInt8]
    private var position = 0
    private var contexts: [Context] = [.code(openParentheses: nil)]

    /// The code of a source text; see the type.
    static func code(of text: String) -> String {
        var reader = SwiftText(text)
        reader.blankLiterals()
        return String(decoding: reader.output, as: UTF8.self)
    }

    private init(_ text: String) {
        bytes = [UInt8](text.utf8)
        output = bytes
    }

    private mutating func blankLiterals() {
        while position < bytes.count {
            switch contexts.last ?? .code(openParentheses: nil) {
            case .code(let open): readCode(openParentheses: open)
            case .string(let hashes, let quotes): readString(hashes: hashes, quotes: quotes)
            }
        }
    }

    private mutating func readCode(openParentheses: Int?) {
        if starts(with: "//") {
            while position < bytes.count, bytes[position] != newline { blank() }
        } else if starts(with: "/*") {
            blankBlockComment()
        } else if let (hashes, quotes) = stringStart() {
            contexts.append(.string(hashes: hashes, quotes: quotes))
            position += hashes + quotes
        } else if let end = regexEnd() {
            position += 1
            while position < end { blank() }
            position += 1
        } else {
            count(openParentheses)
            position += 1
        }
    }

    /// Follows the parentheses of an interpolation; the one that closes it leads back into the string.
    private mutating func count(_ openParentheses: Int?) {
        guard let open = openParentheses else { return }
        let change = bytes[position] == UInt8(ascii: "(") ? 1 : bytes[position] == UInt8(ascii: ")") ? -1 : 0
        contexts.removeLast()
        if open + change > 0 { contexts.append(.code(openParentheses: open + change)) }
    }

    private mutating func readString(hashes: Int, quotes: Int) {
        let marks = String(repeating: "#", count: hashes)
        if starts(with: String(repeating: "\"", count: quotes) + marks) {
            contexts.removeLast()
            position += quotes + hashes
        } else if starts(with: "\\" + marks + "(") {
            contexts.append(.code(openParentheses: 1))
            for _ in 0...hashes { blank() }
            position += 1
        } else if starts(with: "\\" + marks) {
            for _ in 0..<(hashes + 2) where position < bytes.count { blank() }
        } else if quotes == 1, bytes[position] == newline {
            contexts.removeLast()  // Not Swift; go on with the next line.
        } else {
            blank()
        }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blank()
            } else if starts(with: "*/") {
                depth -= 1
                blank()
            }
            if position < bytes.count { blank() }
        } while depth > 0 && position < bytes.count
    }

    private mutating func blank() {
        if bytes[position] != newline { output[position] = UInt8(ascii: " ") }
        position += 1
    }

    private func starts(with text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    private func stringStart() -> (hashes: Int, quotes: Int)? {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        let quotes = bytes[(position + hashes)...].prefix(3).prefix { $0 == UInt8(ascii: "\"") }.count
        guard quotes > 0 else { return nil }
        return (hashes, quotes == 3 ? 3 : 1)
    }

    /// The position of the slash that ends a regular expression, if one starts here and ends on this line.
    private func regexEnd() -> Int? {
        guard bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count else { return nil }
        // A slash after a value divides; a regular expression does not begin with a space.
        let before = bytes[..<position].last { $0 != UInt8(ascii: " ") }
        guard before.map({ "(,=:[{&|!?;\n".utf8.contains($0) }) ?? true, bytes[position + 1] != UInt8(ascii: " ") else { return nil }
        var next = position + 1
        while next < bytes.count, bytes[next] != newline {
            if bytes[next] == UInt8(ascii: "/") { return next }
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private let newline = UInt8(ascii: "\n")
}
