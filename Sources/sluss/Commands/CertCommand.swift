import ArgumentParser
import Foundation
import Gateway

/// `sluss cert`
struct CertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "cert",
        local("Visa certifikat och spärrlistor, och pröva dem.", "Show certificates and revocation lists, and judge them."),
        examples: [
            "sluss cert list --config sluss.yaml", "sluss cert check", "sluss cert expiring --within 60d", "sluss cert show exempelkommun",
        ],
        local(
            """
            Visar våra certifikat, partnernas (så snart de har visats i en anslutning eller ett meddelande), utfärdarnas, och de \
            spärrlistor och OCSP-svar som tjänsten har hämtat. Hämtar inget självt. Fungerar vare sig tjänsten körs eller inte.
            """,
            """
            Shows our certificates, the partners' (once they were shown in a connection or a message), the authorities', and the \
            revocation lists and OCSP answers that the daemon has fetched. Fetches nothing itself. Works while the daemon runs or is down.
            """),
        subcommands: [CertList.self, CertShow.self, CertExpiring.self, CertCheck.self], defaultSubcommand: CertList.self)
}

/// `sluss cert list`
struct CertList: ParsableCommand {
    static let configuration = CommandConfiguration(
        "list",
        local("Lista alla certifikat, spärrlistor och OCSP-svar.", "List all certificates, revocation lists and OCSP answers."),
        examples: ["sluss cert list --config sluss.yaml", "sluss cert list --json"])

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let inventory = try CertificateTable.inventory(options)
        CertificateTable(reports: inventory.certificates() + inventory.pins() + inventory.lists()).print(asJSON: options.json)
    }
}

/// `sluss cert show`
struct CertShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        "show",
        local("Visa allt om certifikat som anges på något sätt.", "Show everything about certificates named in some way."),
        examples: ["sluss cert show exempelkommun", "sluss cert show leaf:3f1c"],
        local("Slutkod 66 inget certifikat motsvarar namnet.", "Exit code 66 no certificate answers to the name."))

    @Argument(
        help: .words(
            "Partnerns namn, serienummer, eller början av en pin.", "The partner's name, a serial number, or the beginning of a pin.",
            value: "name"))
    var selector: String
    @OptionGroup var options: GatewayOptions

    func run() throws {
        let inventory = try CertificateTable.inventory(options)
        let found = (inventory.certificates() + inventory.pins()).filter { report in
            report.partner == selector || report.serial == selector
                || [report.pin, report.keyPin].contains { $0?.hasPrefix(selector) == true }
        }
        guard !found.isEmpty else {
            throw CommandFailure(CommandCode.noSuchCertificate, detail: selector, exit: Answer.noSuchMessage)
        }
        CertificateTable(reports: found).printPages(asJSON: options.json)
    }
}

/// `sluss cert expiring`
struct CertExpiring: ParsableCommand {
    static let configuration = CommandConfiguration(
        "expiring",
        local("Lista certifikat som snart går ut.", "List certificates that end soon."),
        examples: ["sluss cert expiring", "sluss cert expiring --within 60d --json"],
        local(
            "Slutkod 0 inget certifikat går ut inom tiden, 1 något gör det eller har gjort det.",
            "Exit code 0 no certificate ends within the time, 1 one does or has."))

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long, parsing: .unconditional,
        help: .words("Inom vilken tid: 12h, 60d. Förval: 30d.", "Within which time: 12h, 60d. Default: 30d.", value: "span"),
        transform: TimeSpan.parsed)
    var within: TimeSpan?

    func run() throws {
        let span = within?.duration ?? .seconds(30 * 86_400)
        let limit = Date().addingTimeInterval(Double(span.components.seconds))
        let ending = try CertificateTable.inventory(options).certificates().filter { report in report.ends.map { $0 <= limit } ?? false }
        CertificateTable(reports: ending).print(asJSON: options.json)
        if !ending.isEmpty { throw Answer.negative }
    }
}

/// `sluss cert check`
struct CertCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        local("Pröva kedja och spärr nu, för våra certifikat och partnernas.", "Judge chain and revocation now, ours and the partners'."),
        examples: ["sluss cert check --config sluss.yaml", "sluss cert check --json"],
        local(
            "Slutkod 0 allt godtas och alla listor är färska, 1 något behöver åtgärdas.",
            "Exit code 0 all is accepted and every list is fresh, 1 something needs somebody."))

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let inventory = try CertificateTable.inventory(options)
        let reports = inventory.certificates() + inventory.lists()
        CertificateTable(reports: reports).print(asJSON: options.json)
        guard reports.contains(where: \.isTrouble) else { return }
        if !options.json { CertificateTable(reports: reports.filter(\.isTrouble)).explain() }
        throw Answer.negative
    }
}
