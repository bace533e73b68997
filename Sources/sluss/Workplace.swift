import ArgumentParser
import CareMessages
import Documents
import Foundation
import Gateway
import Glibc
import Spooling

/// A configuration that passed its check, with the spools it names, opened for a command.
struct Workplace {
    let parts: GatewayParts
    let spools: Spools

    /// Reads the configuration, prints its errors, opens the spools. Nothing is served.
    ///
    /// - Parameter create: make the spool when there is none. Only what brings messages in does; a list of nothing makes nothing.
    static func open(_ options: GatewayOptions, create: Bool = false) throws -> Workplace {
        let parts = try parts(options)
        return Workplace(parts: parts, spools: try spools(parts, create: create))
    }

    /// The configuration, its keys and schemas, and no spool.
    static func parts(_ options: GatewayOptions) throws -> GatewayParts {
        let result = ConfigurationCheck.run(path: options.file, at: Date())
        guard let accepted = result.accepted else {
            ProblemList.complain(result.errors, options)
            throw Answer.configuration
        }
        try refuseForeign(accepted.configuration.paths.spool)
        return GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: try MessageCheck())
    }

    /// What a command needs that only asks: the configuration, and what is remembered of earlier messages. Without a spool nothing is
    /// remembered, and none is made.
    static func memory(_ options: GatewayOptions) throws -> (parts: GatewayParts, ledger: CaseLedger) {
        let parts = try parts(options)
        do {
            let spools = try Spools(root: parts.configuration.paths.spool, create: false, options: parts.spoolOptions)
            return (parts, try spools.ledger())
        } catch let error as SpoolError where error.code == .noSpool {
            return (parts, CaseLedger(secret: []))
        }
    }

    private static func spools(_ parts: GatewayParts, create: Bool) throws -> Spools {
        let root = parts.configuration.paths.spool
        do {
            return try Spools(root: root, create: create, options: parts.spoolOptions)
        } catch let error as SpoolError where error.code == .noSpool {
            throw CommandFailure(
                spool: error,
                detail: root,
                remedy: LocalText(
                    sv: "Inget har hänt än: sluss serve eller sluss send skapar spoolen. Kontrollera annars paths.spool.",
                    en: "Nothing has happened yet: sluss serve or sluss send makes the spool. Otherwise check paths.spool."))
        }
    }

    /// Root may do everything, and what root writes the daemon's own user cannot read. So root works as that user or not at all.
    static func refuseForeign(_ spool: String) throws {
        var status = stat()
        if stat(spool, &status) != 0 {
            // Nobody's yet: root must not make it in a folder that was given to the daemon's user.
            guard geteuid() == 0, stat((spool as NSString).deletingLastPathComponent, &status) == 0 else { return }
        }
        guard status.st_uid != geteuid() else { return }
        let owner = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? "#\(status.st_uid)"
        throw CommandFailure(
            CommandCode.foreignSpool, detail: "\(spool), \(owner)",
            remedy: LocalText(
                sv: "Kör kommandot som användaren \(owner): sudo -u \(owner) sluss …",
                en: "Run the command as \(owner): sudo -u \(owner) sluss …"),
            exit: Answer.notAllowed)
    }

    /// What is kept of refused messages, with the trail of those who look at it.
    var quarantine: QuarantineActions { QuarantineActions(spools: spools, audit: AuditTrail(path: parts.configuration.paths.audit)) }

    /// The acts of people, with their trail.
    var actions: QueueActions { QueueActions(spools: spools, audit: AuditTrail(path: parts.configuration.paths.audit)) }
}
