import Documents
import Gateway

/// How problems of a configuration are printed: `file:line:column: error code key: text`, as compilers do, so that editors find the place; the remedy
/// stands on a line of its own.
enum ProblemList {
    /// The lines for people.
    static func lines(_ problem: ConfigurationProblem) -> [String] {
        [
            local(problem.swedish, problem.english),
            "    \(local("Åtgärd", "Remedy")): \(Language.current(problem.remedy))",
        ].map(Terminal.safe)
    }

    /// On standard error, for a command that cannot go on.
    static func complain(_ problems: [ConfigurationProblem], asJSON: Bool) {
        for problem in problems {
            for line in asJSON ? [JSONLine.text(ProblemError(problem))] : lines(problem) { Terminal.say(line) }
        }
    }
}

/// A problem as the data of `sluss config check --json`.
struct ProblemReport: Encodable {
    let code, severity, file, key: String
    let line, column: Int
    let messageSv, messageEn, remedySv, remedyEn: String

    init(_ problem: ConfigurationProblem) {
        (code, severity, file, key) = (problem.code, problem.severity.rawValue, problem.file, problem.key)
        (line, column) = (problem.line, problem.column)
        (messageSv, messageEn) = (problem.text.sv, problem.text.en)
        (remedySv, remedyEn) = (problem.remedy.sv, problem.remedy.en)
    }
}

/// A problem in the shape of every error, with its place.
private struct ProblemError: Encodable {
    let code, message, remedy, file, key: String
    let line, column: Int

    init(_ problem: ConfigurationProblem) {
        let language = Language.current
        (code, message, remedy) = (problem.code, language(problem.text), language(problem.remedy))
        (file, key, line, column) = (problem.file, problem.key, problem.line, problem.column)
    }
}
