extension FileRule {
    private static let modifiers: Set<Substring> = [
        "package", "public", "open", "static", "class", "final", "mutating", "nonmutating", "override", "convenience", "required", "lazy",
        "weak", "unowned", "indirect", "nonisolated", "isolated", "consuming", "borrowing", "private(set)", "fileprivate(set)",
        "internal(set)", "package(set)", "distributed", "dynamic", "prefix", "postfix", "infix", "nonisolated(nonsending)",
    ]
    private static let keywords: Set<Substring> = [
        "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "init", "subscript", "typealias", "associatedtype",
    ]

    static let documentationRules = [
        FileRule(
            name: "Every package or public declaration has a doc comment",
            applies: { $0.isSwift && !$0.isGenerated },
            offences: { file in
                file.codeLines.indices.filter { needsComment(file.codeLines[$0]) && !isDocumented(file, $0) && !isRequirement(file, $0) }
                    .map {
                        let line = file.codeLines[$0].drop { $0 == " " }
                        return Offence(path: file.path, line: $0 + 1, words: "no doc comment: \(line.prefix(70))")
                    }
            },
            bad: [
                Sample("package struct S {}"), Sample("/// S.\npackage struct S {\n    package let a: Int\n}"),
                Sample("/// S.\n\npackage struct S {}"), Sample("// S.\npackage func f() {}"),
                Sample("@inlinable package static func f() {}"),
                Sample("/// E.\npackage enum E {\n    case a\n    package init() {}\n}"), Sample("    private(set) package var a = 1"),
                Sample("/// S.\npackage struct S: MessageContent {\n    package let type = 1\n}"),
                Sample("/// S.\npackage struct S {\n    package static let type = MessageType.remiss\n}"), Sample("package protocol P {}"),
                Sample("package final class C {}"), Sample("package actor A {}"),
            ],
            good: [
                Sample("/// S.\npackage struct S {\n    /// A.\n    package let a: Int\n}"), Sample("/// S.\n@frozen\npackage struct S {}"),
                Sample("package import Foundation"), Sample("package extension S {}"), Sample("struct S { let a: Int }"),
                Sample("/// F.\n@discardableResult package func f() -> Int { 1 }"), Sample("let package = Package(name: \"a\")"),
                Sample("/** F. */\npackage func f() {}"),
                Sample("/// S.\npackage struct S: MessageContent {\n    package static let type = MessageType.remiss\n}"),
            ])
    ]

    /// What `MessageContent` demands and documents once for all message types.
    private static let requirements = [
        "package static let type = ", "package static let facts = ", "package init(_ fields: FieldReader)",
        "package func write(to fields: inout FieldWriter)", "package func note(in facts: inout EventFacts)",
        "package var freeTexts: ", "package var identifiers: ", "package var placering: ", "package var placesOfStay: ",
        "package var beyondDuty: ",
    ]

    /// True for what a message type has because its protocol demands it; the comment is at the protocol.
    private static func isRequirement(_ file: SourceFile, _ index: Int) -> Bool {
        guard file.text.contains(": MessageContent {") else { return false }
        let line = file.codeLines[index].drop { $0 == " " }
        return requirements.contains { line.hasPrefix($0) }
    }

    /// True for a line that declares something others may use.
    private static func needsComment(_ line: String) -> Bool {
        guard ["package", "public", "open"].contains(where: { line.contains($0) }) else { return false }
        var rest = line.drop { $0 == " " || $0 == "\t" }
        while rest.first == "@" { rest = withoutAttribute(rest) }
        var isShared = false
        for word in rest.split(separator: " ") {
            let plain = word.prefix { $0.isLetter }
            if plain == "init" || plain == "subscript" || (keywords.contains(word) && word != "class") { return isShared }
            guard modifiers.contains(word) else {
                // `class` is a modifier before func and var, and else the keyword.
                return false
            }
            if ["package", "public", "open"].contains(word) { isShared = true }
            if word == "class", !rest.contains("func "), !rest.contains("var "), !rest.contains("subscript") { return isShared }
        }
        return false
    }

    private static func withoutAttribute(_ text: Substring) -> Substring {
        var rest = text.drop { $0 != " " && $0 != "(" }
        if rest.first == "(" {
            var depth = 0
            while let next = rest.first {
                if next == "(" { depth += 1 }
                if next == ")" { depth -= 1 }
                rest = rest.dropFirst()
                if depth == 0 { break }
            }
        }
        return rest.drop { $0 == " " }
    }

    /// True when the line above, past attributes, ends a doc comment.
    private static func isDocumented(_ file: SourceFile, _ index: Int) -> Bool {
        for line in file.lines[..<index].reversed() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
            guard text.hasPrefix("@") || text.hasPrefix("#if") || text.hasPrefix("#else") else { return false }
        }
        return false
    }
}
