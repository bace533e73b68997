import Documents
import Gateway

/// How problems of a configuration are printed: `file:line:column: error code key: text`, as compilers do, so that editors find the place; the remedy
/// stands on a line of its own.
enum ProblemList {
    /// The lines for people.
    static func lines(_ problem: ConfigurationProblem, _ options: GatewayOptions) -> [String] {
        [
            local(problem.swedish, problem.english),
            "    \(local("Åtgärd", "Remedy")): \(Language.current(remedy(problem, options)))",
        ].map(Terminal.safe)
    }

    /// On standard error, for a command that cannot go on.
    static func complain(_ problems: [ConfigurationProblem], _ options: GatewayOptions) {
        for problem in problems {
            let error = ProblemError(problem, remedy: remedy(problem, options))
            for line in options.json ? [JSONLine.text(error)] : lines(problem, options) { Terminal.say(line) }
        }
    }

    /// Who named no file is told where one was looked for.
    static func remedy(_ problem: ConfigurationProblem, _ options: GatewayOptions) -> LocalText {
        guard problem.code == ConfigurationCode.unreadable.rawValue, let searched = options.searched else { return problem.remedy }
        return LocalText(sv: "\(problem.remedy.sv) \(searched.sv)", en: "\(problem.remedy.en) \(searched.en)")
    }
}

/// A problem as the data of `sluss config check --json`.
struct ProblemReport: Encodable {
    let code, severity, file, key: String
    let line, column: Int
    let messageSv, messageEn, remedySv, remedyEn: String

    init(_ problem: ConfigurationProblem, remedy: LocalText) {
        (code, severity, file, key) = (problem.code, problem.severity.rawValue, problem.file, problem.key)
        (line, column) = (problem.line, problem.column)
        (messageSv, messageEn) = (problem.text.sv, problem.text.en)
        (remedySv, remedyEn) = (remedy.sv, remedy.en)
    }
}

/// A problem in the shape of every error, with its place.
private struct ProblemError: Encodable {
    let code, message, remedy, file, key: String
    let messageSv, messageEn, remedySv, remedyEn: String
    let line, column: Int

    init(_ problem: ConfigurationProblem, remedy: LocalText) {
        let language = Language.current
        (code, message, self.remedy) = (problem.code, language(problem.text), language(remedy))
        (messageSv, messageEn) = (problem.text.sv, problem.text.en)
        (remedySv, remedyEn) = (remedy.sv, remedy.en)
        (file, key, line, column) = (problem.file, problem.key, problem.line, problem.column)
    }
}
