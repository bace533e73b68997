import Foundation
import Gateway

/// Prints certificates and revocation data: a table, a page each, or JSON Lines.
struct CertificateTable {
    let reports: [CertificateReport]

    /// The inventory of a configuration that passed its check; else its errors are printed.
    static func inventory(_ options: GatewayOptions) throws -> CertificateInventory {
        let now = Date()
        let result = ConfigurationCheck.run(path: options.file, at: now)
        guard let accepted = result.accepted else {
            ProblemList.complain(result.errors, options)
            throw Answer.configuration
        }
        return CertificateInventory(accepted, now: now)
    }

    func print(asJSON: Bool) {
        guard !asJSON else {
            for report in reports { Terminal.data(JSONLine.text(report)) }
            return
        }
        guard !reports.isEmpty else { return Terminal.say(local("Inga certifikat.", "No certificates.")) }
        var table = TextTable(
            head: Language.current == .sv
                ? ["SLAG", "ANVÄNDNING", "VEMS", "DAGAR KVAR", "ÅLDER", "STATUS", "KOD", "NAMN"]
                : ["KIND", "USE", "WHOSE", "DAYS LEFT", "AGE", "STATUS", "CODE", "NAME"])
        for report in reports {
            table.add([
                CertificateWords.text(report.kind), report.use.map(CertificateWords.text) ?? "–",
                report.partner ?? report.role.map(CertificateWords.text) ?? "–", report.daysLeft.map(String.init) ?? "–",
                report.ageSeconds.map(LocalTime.age) ?? "–", CertificateWords.text(report.status), report.code ?? "–",
                report.name ?? report.pin ?? report.url ?? "–",
            ])
        }
        for line in table.lines { Terminal.data(line) }
    }

    /// Each with all that is known, one field a line.
    func printPages(asJSON: Bool) {
        guard !asJSON else { return print(asJSON: true) }
        for (index, report) in reports.enumerated() {
            if index > 0 { Terminal.data("") }
            let fields: [(String, String, String?)] = [
                ("Användning", "Use", report.use.map(CertificateWords.text)),
                ("Vems", "Whose", report.partner ?? report.role.map(CertificateWords.text)), ("Namn", "Name", report.name),
                ("Utfärdare", "Issuer", report.issuer), ("Serienummer", "Serial number", report.serial), ("Pin", "Pin", report.pin),
                ("Nyckelns pin", "Key pin", report.keyPin), ("Gäller från", "Valid from", report.begins.map(LocalTime.text)),
                ("Gäller till", "Valid to", report.ends.map(LocalTime.text)), ("Dagar kvar", "Days left", report.daysLeft.map(String.init)),
                ("Status", "Status", CertificateWords.text(report.status)), ("Kod", "Code", report.code),
                ("Detalj", "Detail", report.detail.map(Terminal.safe)),
            ]
            for (sv, en, value) in fields { if let value { Terminal.data("\(local(sv, en)): \(value)") } }
        }
    }

    /// The sentence and remedy of every code, each once.
    func explain() {
        var seen: Set<String> = []
        for report in reports {
            guard let code = report.code, seen.insert(code).inserted, let (_, entry) = ErrorCatalogue.find(code) else { continue }
            let language = Language.current
            Terminal.say("\(code): \(language(entry.text))")
            if let detail = report.detail { Terminal.say("    \(Terminal.safe(detail))") }
            Terminal.say("    \(language("Åtgärd", "Remedy")): \(language(entry.remedy))")
        }
    }
}
