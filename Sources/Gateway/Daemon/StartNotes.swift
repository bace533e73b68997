import COpenSSL
import CareMessages
import Documents
import Foundation
import Logging

/// What the log of a start must hold for whoever reads it later: the versions of what judges foreign bytes, every weakening in force,
/// and what is kept for ever.
struct StartNotes: Sendable {
    let configuration: Configuration

    func tell(_ log: EventLog, at time: Date) {
        let openSSL = OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "unknown"
        log.note(.info, "starting", ["libxml2": LibXML.version, "openssl": openSSL])
        tellWeakenings(log, at: time)
        tellQuarantine(log)
    }

    /// Without the section nothing is removed by age.
    func tellQuarantine(_ log: EventLog) {
        guard configuration.quarantine == nil, let count = try? Quarantine.count(in: configuration.paths.spool), count > 0 else { return }
        log.note(.warning, "quarantine switched off: what it holds stays", numbers: ["messages": count])
    }

    /// Insecure by decision of a named setting, and never silently.
    func tellWeakenings(_ log: EventLog, at time: Date) {
        for weakening in configuration.weakenings where configuration.allows(weakening.name, at: time) {
            let fields = ["name": weakening.name.rawValue, "until": weakening.until.text, "reason": weakening.reason]
            log.note(.warning, "weakening in force", fields)
        }
    }
}
