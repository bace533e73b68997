extension FileRule {
    // Put together here, so that this file does not break its own rules.
    private static let unfinished = ["TO" + "DO", "FIX" + "ME"]
    private static let machinePaths = ["tmp", "work", "Users"].map { "/" + $0 + "/" }
    private static let neighbour = ".." + "/shared"

    static let textRules = [
        FileRule(
            name: "Nothing is left for later in the text",
            applies: { $0.path != "LICENSE" },
            offences: { file in
                unfinished.flatMap { file.offences($0, in: \.lines, "\($0): do it, or write it down where work is planned") }
            },
            bad: [Sample("// \(unfinished[0]): more"), Sample("# \(unfinished[1])", at: "Makefile")],
            good: [Sample("// All is done.")]),
        FileRule(
            name: "No file names a folder of somebody's machine",
            applies: { _ in true },
            offences: { file in machinePaths.flatMap { file.offences($0, in: \.lines, "machine path \($0)") } },
            bad: [Sample("let path = \"\(machinePaths[0])a\""), Sample("see \(machinePaths[1])main", at: "README.md")],
            good: [Sample("let path = \"\\(folder)/a\""), Sample("mktemp \"${TMPDIR:-/tmp}/sluss.XXXXXX\"", at: "Scripts/a.sh")]),
        FileRule(
            name: "Only tests look beside the repository",
            applies: { !$0.path.hasPrefix("Tests/") },
            offences: { $0.offences(neighbour, in: \.lines, "names what is not in the repository") },
            bad: [Sample("let a = \"\(neighbour)/corpus\""), Sample("See \(neighbour)/a.", at: "README.md")],
            good: [Sample("let a = \"\(neighbour)/corpus\"", at: "Tests/A/B.swift"), Sample("static let shared = 1")]),
        FileRule(
            name: "A number of a person is one that nobody has",
            applies: { !$0.isGenerated },
            offences: { file in
                file.lines.enumerated().flatMap { number, line in
                    PersonNumbers.inUse(line).map { Offence(path: file.path, line: number + 1, words: "person number \($0.prefix(8))…") }
                }
            },
            bad: [
                Sample("let a = \"\(PersonNumbers.sample(serial: "232"))\""),
                Sample("\(PersonNumbers.sample(serial: "232", separator: "-"))", at: "README.md"),
            ],
            good: [
                Sample("let a = \"\(PersonNumbers.sample(serial: "981"))\""), Sample("191212121212", at: "README.md"),
                Sample("let a = \"\(PersonNumbers.sample(serial: "232"))9\""), Sample("let a = 201203150000"),
            ]),
        FileRule(
            name: "A file ends with a line end and no line with a space",
            applies: { file in !file.isGenerated && [".swift", ".md", ".sh", ".py", ".yaml", ".yml"].contains { file.path.hasSuffix($0) } },
            offences: { file in
                var found = file.lines.indices.filter { file.lines[$0].hasSuffix(" ") || file.lines[$0].hasSuffix("\t") }.map {
                    Offence(path: file.path, line: $0 + 1, words: "space at the end of the line")
                }
                if !file.text.isEmpty, !file.text.hasSuffix("\n") {
                    found.append(Offence(path: file.path, line: file.lines.count, words: "no line end"))
                }
                return found
            },
            bad: [Sample("let a = 1 \n"), Sample("let a = 1")], good: [Sample("let a = 1\n")]),
    ]
}
