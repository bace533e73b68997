import Documents
import Yams

/// Turns an error of the YAML library into a problem with place and our words. The library's own short English sentence is kept as detail.
struct YAMLFault {
    let text: String
    let log: ProblemLog

    func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            log.add(Self.code(for: problem), at: FilePlace(line: mark.line, column: mark.column), key: "", detail: Self.detail(problem))
        case .reader(let problem, let offset, _, _):
            log.add(.notText, at: place(ofCharacter: offset ?? 0), key: "", detail: Self.detail(problem))
        case .duplicatedKeysInMapping(let names, let context):
            report(repeated: names.first ?? "", first: FilePlace(line: context.mark.line, column: context.mark.column))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            log.add(.syntax, at: FilePlace(line: 1, column: 1), key: "")
        }
    }

    private static func code(for problem: String) -> ConfigurationCode {
        if problem.contains("another document") { return .severalDocuments }
        if problem.contains("alias") || problem.contains("anchor") { return .reference }
        return problem.contains("tag") ? .tag : .syntax
    }

    private static func detail(_ problem: String) -> LocalText { LocalText(sv: "YAML: \(problem).", en: "YAML: \(problem).") }

    /// The library tells where a key stands first; the operator wants to know where it stands again.
    private func report(repeated name: String, first: FilePlace) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let again = lines.indices.dropFirst(first.line).first { index in
            let line = lines[index]
            guard line.unicodeScalars.prefix(first.column - 1).allSatisfy({ $0 == " " }) else { return false }
            let rest = line.unicodeScalars.dropFirst(first.column - 1)
            return [name, "\"\(name)\"", "'\(name)'"].contains { String(rest).hasPrefix("\($0):") || String(rest).hasPrefix("\($0) :") }
        }
        let place = FilePlace(line: again.map { $0 + 1 } ?? first.line, column: first.column)
        log.add(
            .repeatedKey, at: place, key: name,
            detail: LocalText(sv: "”\(name)” står redan på rad \(first.line).", en: "“\(name)” already stands in line \(first.line)."))
    }

    private func place(ofCharacter offset: Int) -> FilePlace {
        let before = text.prefix(offset)
        let line = before.count(where: \.isNewline) + 1
        return FilePlace(line: line, column: before.reversed().prefix { !$0.isNewline }.count + 1)
    }
}
