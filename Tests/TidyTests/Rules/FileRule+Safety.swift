extension FileRule {
    /// The one file that may share a C pointer among threads; it says why.
    private static let pointerFile = "Sources/Documents/NativeHandle.swift"

    static let safetyRules = [
        banned("try!", "crashes on an error; throw it", bad: "let a = try! b()", good: "let a = try b() // try! is banned"),
        banned("as!", "crashes on another type; use as?", bad: "let a = b as! C", good: "let a = b as? C"),
        banned("fatalError", "a bug is a precondition, all else an error", bad: "fatalError(\"no\")", good: "precondition(true)"),
        banned("Task.detached", "leaves the task tree; use a task group", bad: "Task.detached { }", good: "group.addTask { }"),
        banned(
            "@unchecked Sendable", "only \(pointerFile) may", bad: "final class A: @unchecked Sendable {}",
            good: "final class A: Sendable {}"),
        banned("nonisolated(unsafe)", "only \(pointerFile) may", bad: "nonisolated(unsafe) var a = 1", good: "nonisolated let a = 1"),
        FileRule(
            name: "Libraries do not write to the terminal",
            applies: { $0.isSwift && $0.isProduct && !$0.path.hasPrefix("Sources/sluss/") },
            offences: { file in
                file.codeLines.enumerated().filter { $0.element.contains("rint(") && $0.element.contains(/(^|[^\w.])(debugPrint|print)\(/) }
                    .map {
                        Offence(path: file.path, line: $0.offset + 1, words: "print: throw, return or log")
                    }
            },
            bad: [Sample("print(\"a\")"), Sample("  debugPrint(a)"), Sample("{ print(a) }")],
            good: [Sample("X509_print(a)"), Sample("a.fingerprint(b)"), Sample("print(a)", at: "Sources/sluss/A.swift")]),
        FileRule(
            name: "Product code does not unwrap by force",
            applies: { $0.isSwift && $0.isProduct },
            offences: { file in
                file.codeLines.enumerated().filter { unwrapsByForce($0.element) }.map {
                    Offence(path: file.path, line: $0.offset + 1, words: "force unwrap; use guard let, or throw")
                }
            },
            bad: [
                Sample("let a = b!"), Sample("let a = b()!.c"), Sample("let a = b[0]!"), Sample("var a: String!"),
                Sample("let a = \"\\(b!)\""),
                Sample("let a = [1].first!"),
            ],
            good: [
                Sample("if a != b {}"), Sample("if !a {}"), Sample("let a = b!=c"), Sample("// what!"), Sample("let a = \"no!\""),
                Sample("f(!a)"),
                Sample("#if !os(Linux)"), Sample("let a = #\"x!\"#"), Sample("let a = /b!/"),
            ]),
        FileRule(
            name: "The spool writes with synced system calls only",
            applies: { $0.isSwift && $0.path.hasPrefix("Sources/Spooling/") },
            offences: { file in
                // Foundation's writers sync nothing and choose their own modes.
                ["FileManager", ".write(to", "createFile(", "FileHandle", "OutputStream"].flatMap {
                    file.offences($0, in: \.codeLines, "\($0) in the spool")
                }
            },
            bad: [Sample("try data.write(to: url)"), Sample("FileManager.default.createFile(atPath: a, contents: nil)")],
            good: [Sample("try data.write(to: url)", at: "Sources/Gateway/A.swift"), Sample("write(descriptor, bytes, count)")]),
    ]

    private static func banned(
        _ text: String, _ reason: String, applies: @escaping @Sendable (SourceFile) -> Bool = { $0.isProduct }, bad: String, good: String
    ) -> FileRule {
        FileRule(
            name: "Product code has no \(text)",
            applies: { $0.isSwift && $0.path != pointerFile && applies($0) },
            offences: { $0.offences(text, in: \.codeLines, "\(text): \(reason)") },
            bad: [Sample(bad)], good: [Sample(good), Sample(bad, at: "Tests/SpoolingTests/A.swift")])
    }

    /// An exclamation mark right after a value or a type, that is not the start of `!=`, nor part of `try!` or `as!`.
    private static func unwrapsByForce(_ line: String) -> Bool {
        guard line.contains("!") else { return false }
        let bytes = [UInt8](line.utf8)
        return bytes.indices.contains { place in
            guard bytes[place] == UInt8(ascii: "!"), place > 0 else { return false }
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "=") { return false }
            let before = Character(UnicodeScalar(bytes[place - 1]))
            guard before.isLetter || before.isNumber || "_)]}\"".contains(before) else { return false }
            let word = bytes[..<place].reversed().prefix { Character(UnicodeScalar($0)).isLetter }.reversed()
            return !["try", "as"].contains(String(decoding: word, as: UTF8.self))
        }
    }
}
