import ArgumentParser
import Gateway

/// `sluss audit`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "audit",
        local("Pröva granskningsloggen.", "Judge the audit trail."),
        examples: ["sluss audit check --config sluss.yaml"],
        subcommands: [AuditCheck.self])
}

/// `sluss audit check`
struct AuditCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        local("Pröva att raderna i granskningsloggen är en kedja.", "Judge whether the audit trail is one chain."),
        examples: ["sluss audit check --config sluss.yaml", "sluss audit check --json"],
        local(
            """
            Varje rad bär SHA-256 av raden före. Bakom ett brott har en rad ändrats, tagits bort eller lagts till, eller klippts av \
            ett avbrott. Rader som tagits bort sist i filen syns inte så, och inte heller en kedja som någon räknat om från ett \
            ställe till slutet: jämför med en kopia på en annan maskin. sluss status prövar det sista av filen (1 MiB).
            """,
            """
            Each line carries the SHA-256 of the line before. Behind a break a line was changed, removed or put in, or cut off by a \
            crash. Lines removed at the end do not show so, nor does a chain that somebody made anew from some place to the end: \
            compare with a copy on another machine. sluss status judges the last of the file (1 MiB).
            """),
        local("Slutkod 0 filen är en kedja, 1 den har brott.", "Exit code 0 the file is one chain, 1 it has breaks."))

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let path = try Workplace.parts(options).configuration.paths.audit
        let report = try AuditTrail(path: path).chain()
        if options.json {
            Terminal.data(JSONLine.text(report))
        } else {
            Terminal.data(
                "\(Terminal.safe(path)): \(report.lines) \(local("rader", "lines")), \(report.breaks.count) \(local("brott", "breaks"))")
        }
        guard !report.breaks.isEmpty else { return }
        // The first places are enough to begin looking.
        let places = report.breaks.prefix(20).map(String.init).joined(separator: ", ") + (report.breaks.count > 20 ? ", …" : "")
        CommandFailure(CommandCode.auditBroken, detail: places, exit: Answer.negative).report(asJSON: options.json)
        throw Answer.negative
    }
}
