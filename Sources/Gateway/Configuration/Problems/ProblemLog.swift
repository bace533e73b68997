import Documents

/// Gathers what is wrong with one file, so that the operator sees everything at once. Used within one synchronous reading.
final class ProblemLog {
    let file: String
    private(set) var problems: [ConfigurationProblem] = []

    init(file: String) { self.file = file }

    func add(_ code: ConfigurationCode, at place: FilePlace, key: String, detail: LocalText? = nil) {
        problems.append(ConfigurationProblem(code, file: file, at: place, key: key, detail: detail))
    }

    func add(contentsOf others: [ConfigurationProblem]) { problems += others }

    var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// In the order of the file; at one place in the order of finding.
    var sorted: [ConfigurationProblem] {
        problems.enumerated()
            .sorted { ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset) }
            .map(\.element)
    }
}
