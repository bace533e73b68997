/// Finds the functions and computed properties in code without comments and literals, by counting brackets.
struct FunctionScanner {
    /// One function, initialiser, subscript or computed property with a body.
    struct Function: Equatable {
        var name: String
        /// Line of the keyword, from 1.
        var line: Int
        /// Lines from the keyword to the closing brace, both counted.
        var lineCount: Int
        var parameterCount: Int
        /// Whether the body is one `switch self`: a table of what each case says.
        var isTable = false
    }

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// The functions of a code text in the order of their keywords; nested ones too.
    static func functions(in code: String) -> [Function] {
        var scanner = FunctionScanner(bytes: [UInt8](code.utf8))
        return scanner.scan(for: ["func", "init", "deinit", "subscript"])
    }

    /// The computed properties of a code text that say their type.
    static func properties(in code: String) -> [Function] {
        var scanner = FunctionScanner(bytes: [UInt8](code.utf8))
        return scanner.scan(for: ["var"])
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func scan(for keywords: Set<String>) -> [Function] {
        var found: [Function] = []
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            guard isWord(bytes[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, isWord(bytes[position]) { position += 1 }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
            guard !isMember, keywords.contains(word) else { continue }
            if let function = word == "var" ? property() : function(after: word) { found.append(function) }
        }
        return found
    }

    private func function(after keyword: String) -> Function? {
        var next = skipSpaces(position)
        var name = keyword
        if keyword == "func" {
            let start = next
            while next < bytes.count, !"( <\n".utf8.contains(bytes[next]) { next += 1 }
            name = String(decoding: bytes[start..<next], as: UTF8.self)
        }
        var parameters = 0
        if keyword != "deinit" {
            guard let open = bytes[next...].firstIndex(of: UInt8(ascii: "(")), let close = matching(open) else { return nil }
            parameters = parameterCount(open + 1, close)
            next = close + 1
        }
        guard let brace = bodyStart(next), let end = matching(brace) else { return nil }
        let lines = bytes[position...end].count { $0 == UInt8(ascii: "\n") } + 1
        return Function(name: name, line: line, lineCount: lines, parameterCount: parameters)
    }

    /// The property behind `var`, when a body follows its type.
    private func property() -> Function? {
        let start = skipSpaces(position)
        var next = start
        while next < bytes.count, isWord(bytes[next]) { next += 1 }
        let name = String(decoding: bytes[start..<next], as: UTF8.self)
        next = skipSpaces(next)
        guard !name.isEmpty, next < bytes.count, bytes[next] == UInt8(ascii: ":") else { return nil }
        next += 1
        while next < bytes.count, bytes[next] != UInt8(ascii: "{") {
            if "=\n,;)}".utf8.contains(bytes[next]) { return nil }
            if "([".utf8.contains(bytes[next]) {
                guard let close = matching(next) else { return nil }
                next = close
            }
            next += 1
        }
        guard next < bytes.count, let end = matching(next) else { return nil }
        let lines = bytes[position...end].count { $0 == UInt8(ascii: "\n") } + 1
        return Function(name: name, line: line, lineCount: lines, parameterCount: 0, isTable: isTable(next + 1, end))
    }

    /// Whether one `switch self` is all there is between two places.
    private func isTable(_ start: Int, _ end: Int) -> Bool {
        let first = skipSpaces(start)
        let opening = Array("switch self {".utf8)
        guard first < end, bytes[first...].starts(with: opening), let close = matching(first + opening.count - 1) else { return false }
        return skipSpaces(close + 1) == end
    }

    /// The brace that opens the body, or nil for a requirement of a protocol, which has none.
    private func bodyStart(_ from: Int) -> Int? {
        var next = from
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "{"): return next
            case UInt8(ascii: "}"), UInt8(ascii: ";"): return nil
            case UInt8(ascii: "("), UInt8(ascii: "["):
                guard let close = matching(next) else { return nil }
                next = close
            case UInt8(ascii: "\n"):
                let last = bytes[from..<next].last { $0 != UInt8(ascii: " ") }
                let goesOn = last.map { ",>:&=".utf8.contains($0) } ?? false
                guard goesOn || isContinued(skipSpaces(next + 1)) else { return nil }
            default: break
            }
            next += 1
        }
        return nil
    }

    private func isContinued(_ start: Int) -> Bool {
        ["{", "throws", "async", "rethrows", "->", "where ", "&"].contains { bytes[min(start, bytes.count)...].starts(with: $0.utf8) }
    }

    /// Counts the commas between parameters, not those inside types and default values.
    private func parameterCount(_ start: Int, _ end: Int) -> Int {
        var next = start
        var commas = 0
        var hasParameter = false
        var angles = 0
        while next < end {
            switch bytes[next] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): next = matching(next) ?? end
            case UInt8(ascii: "<"): angles += 1
            case UInt8(ascii: ">") where bytes[next - 1] != UInt8(ascii: "-"): angles -= 1
            case UInt8(ascii: ",") where angles <= 0: commas += skipSpaces(next + 1) < end ? 1 : 0
            case UInt8(ascii: " "), UInt8(ascii: "\n"): break
            default: hasParameter = true
            }
            next += 1
        }
        return hasParameter ? commas + 1 : 0
    }

    /// The bracket that closes the one at a position.
    private func matching(_ open: Int) -> Int? {
        var depth = 0
        for next in open..<bytes.count {
            if "([{".utf8.contains(bytes[next]) { depth += 1 }
            if ")]}".utf8.contains(bytes[next]) { depth -= 1 }
            if depth == 0 { return next }
        }
        return nil
    }

    private func skipSpaces(_ from: Int) -> Int {
        var next = from
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\n") { next += 1 }
        return next
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...: true
        default: false
        }
    }
}
