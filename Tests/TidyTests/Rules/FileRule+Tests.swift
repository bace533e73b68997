import Foundation

extension FileRule {
    static let testRules = [
        FileRule(
            name: "A test is named with a sentence",
            applies: { $0.isSwift && $0.path.hasPrefix("Tests/") },
            offences: { file in
                file.codeLines.indices.compactMap { index in
                    guard let place = file.codeLines[index].range(of: "@Test") else { return nil }
                    let rest = file.codeLines[index][place.upperBound...]
                    if let next = rest.first, next.isLetter { return nil }
                    // The name may stand on the line after the parenthesis.
                    let following = index + 1 < file.codeLines.count ? file.codeLines[index + 1].drop { $0 == " " } : ""
                    let isNamed = rest.hasPrefix("(\"") || rest.hasPrefix("(#\"") || (rest == "(" && following.hasPrefix("\""))
                    let isRawName = rest.isEmpty && following.contains("func `")
                    return isNamed || isRawName ? nil : Offence(path: file.path, line: index + 1, words: "test without a name")
                }
            },
            bad: [
                Sample("@Test func works() {}", at: "Tests/A/B.swift"), Sample("@Test(.enabled(if: a)) func f() {}", at: "Tests/A/B.swift"),
            ],
            good: [
                Sample("@Test(\"A closed gate stays closed\") func gate() {}", at: "Tests/A/B.swift"),
                Sample("@Test(\n    \"A gate\", arguments: [1])\nfunc gate() {}", at: "Tests/A/B.swift"), Sample("@Test func works() {}"),
            ]),
        FileRule(
            name: "Tests use Swift Testing",
            applies: { $0.isSwift && $0.path.hasPrefix("Tests/") },
            offences: { $0.offences("import XCTest", in: \.codeLines, "XCTest; use Swift Testing") },
            bad: [Sample("import XCTest", at: "Tests/A/B.swift")], good: [Sample("import Testing", at: "Tests/A/B.swift")]),
    ]
}
