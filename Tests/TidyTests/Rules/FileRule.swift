import Testing

/// A rule that can be judged file by file, with samples that prove it can fail.
struct FileRule: Sendable, CustomTestStringConvertible {
    /// A piece of source at a path.
    struct Sample: Sendable {
        let path: String
        let text: String

        init(_ text: String, at path: String = "Sources/Spooling/Sample.swift") { (self.path, self.text) = (path, text) }
    }

    /// What the rule asks, as a sentence.
    let name: String
    /// Which files it is about.
    let applies: @Sendable (SourceFile) -> Bool
    /// Every place where a file breaks it.
    let offences: @Sendable (SourceFile) -> [Offence]
    /// Each breaks the rule.
    let bad: [Sample]
    /// None breaks the rule.
    let good: [Sample]

    var testDescription: String { name }

    /// What a file breaks; nothing when the rule is not about it.
    func check(_ file: SourceFile) -> [Offence] { applies(file) ? offences(file) : [] }

    /// Every rule.
    static let all = sizeRules + nameRules + safetyRules + documentationRules + testRules + textRules
}
