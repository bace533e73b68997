import ArgumentParser
import CShim
import Foundation
import Gateway
import Logging

/// `sluss serve`: the daemon.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "serve",
        local(
            "Ta emot och leverera meddelanden tills tjänsten stoppas.",
            "Receive and deliver messages until stopped."),
        examples: ["sluss serve --config sluss.yaml"],
        local(
            """
            Körs i förgrunden och loggar till standard fel, på engelska, i den form som log.format i konfigurationen anger; \
            med --json alltid som JSON. SIGTERM stoppar: pågående leveranser får delivery.stop_grace på sig, resten \
            parkeras. SIGHUP läser konfigurationen på nytt och tar över den om den håller; annars gäller den gamla.
            """,
            """
            Runs in the foreground and logs to standard error in the form that log.format of the configuration says; with \
            --json always as JSON. SIGTERM stops it: deliveries under way have delivery.stop_grace to end, the rest is \
            parked. SIGHUP reads the configuration again and takes it over when it holds; else the old one stays.
            """),
        local(
            """
            Slutkod 0 stoppad på begäran; 69 en annan process har spoolen eller adressen, 74 disk, 77 inte tillåtet, 78 \
            konfiguration: då har inget körts.
            """,
            """
            Exit code 0 stopped when told to; 69 another daemon has the spool or another process the address, 74 disk, 77 \
            not allowed, 78 configuration: nothing was served then.
            """))

    @OptionGroup var options: GatewayOptions

    func run() async throws {
        // A supervisor may signal from the first moment: what comes before serving waits for it.
        StartSignals.hold()
        let result = ConfigurationCheck.run(path: options.file, at: Date())
        guard let accepted = result.accepted else {
            ProblemList.complain(result.errors, options)
            throw Answer.configuration
        }
        try Workplace.refuseForeign(accepted.configuration.paths.spool)
        let settings = accepted.configuration.log
        let log = EventLog.toStandardError(
            level: Logger.Level(rawValue: settings.level.rawValue) ?? .info,
            format: options.json || settings.format == .json ? .json : .text)
        for warning in result.warnings {
            log.note(.warning, "configuration", ["code": warning.code, "place": "\(warning.file):\(warning.line)", "key": warning.key])
        }
        let daemon = try GatewayDaemon(path: options.file, accepted: accepted, log: log)
        // Reading certificates, schemas and configuration touches far more of program and libraries than serving does.
        try await daemon.run { _ in sluss_release_startup_pages() }
    }
}
