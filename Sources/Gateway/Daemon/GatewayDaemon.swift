import AS4
import CareMessages
import Documents
import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Spooling
import UnixSignals

/// The daemon: puts the parts together, runs them as one group of services, and ends cleanly.
///
/// Start order: configuration (all of its check) → spool lock → recovery → ledger → services. Nothing is accepted before recovery is done.
/// SIGTERM and SIGINT: no new work, running attempts have `delivery.stop_grace`, then they park. SIGHUP: the configuration is checked and, if
/// it holds, taken over; else the old one stays and the log says why.
package struct GatewayDaemon: Sendable {
    private let path: String
    private let log: EventLog
    private let current: CurrentParts
    private let spools: Spools
    private let ledger: CaseLedger
    private let pool: BlockingPool

    /// Everything up to serving. Blocking.
    ///
    /// - Parameter accepted: a configuration that passed ``ConfigurationCheck``.
    /// - Throws: ``SpoolError`` (P004 when another daemon has the spool), ``FileTrouble``, ``Refusal`` D011 for a broken build.
    package init(path: String, accepted: ConfigurationCheck.Accepted, log: EventLog) throws {
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: try MessageCheck())
        self.path = path
        self.log = log
        current = CurrentParts(parts)
        spools = try Spools(root: parts.configuration.paths.spool, create: true, options: parts.spoolOptions)
        locks = [try spools.outbound.lock(), try spools.inbound.lock()]
        for (spool, lock, name) in [(spools.outbound, locks[0], "outbound"), (spools.inbound, locks[1], "inbound")] {
            Self.tell(try spool.recover(at: Date(), holding: lock), of: name, log)
        }
        ledger = try spools.ledger()
        pool = BlockingPool()
    }

    private let locks: [SpoolLock]

    /// Serves until told to stop.
    ///
    /// - Parameter ready: called once, when everything runs; with the listener's address if there is one.
    /// - Throws: ``Refusal`` when the TLS key cannot be used, an `IOError` when the address cannot be bound.
    package func run(ready: @escaping @Sendable (BoundAddress?) -> Void) async throws {
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        var logger = Logger(label: "sluss.transport", factory: { _ in log.logger.handler })
        logger.logLevel = log.logger.logLevel
        let runtime = TransportRuntime(eventLoopGroup: threads, blockingPool: pool.threadPool, logger: logger)
        let tls = try TLSContexts(identity: Self.identity(current.value), peers: Self.peers(current.value), runtime: runtime)
        let clients = PartnerClients(tls: tls, current: current)
        let deliver = DeliverMessage(current: current, spool: spools.outbound, pool: pool, log: log) { clients.client(for: $0) }
        let delivery = DeliveryService(current: current, spools: spools, ledger: ledger, pool: pool, deliver: deliver)
        let handOver = Nudge()
        let listener = current.value.configuration.listener.map { makeListener($0, tls: tls, handOver: handOver) }
        let paths = current.value.configuration.paths
        var services: [any Service] = [
            delivery,
            DropFolderService(folder: paths.submit, current: current, spools: spools, ledger: ledger, pool: pool, log: log) { copies in
                await delivery.accepted(copies)
            },
            HandOverService(folder: paths.handover, spools: spools, pool: pool, log: log, nudge: handOver),
            ReloadService { await reload(tls: tls, clients: clients, delivery: delivery) },
            ReadyService(listener: listener, told: { address in tellReady(address); ready(address) }),
        ]
        if let listener { services.append(listener) }
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.quiet)
        group.maximumGracefulShutdownDuration = current.value.configuration.delivery.stopGrace + .seconds(2)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await end(clients, threads)
            throw error
        }
        await end(clients, threads)
        withExtendedLifetime(locks) { log.note(.info, "stopped") }
    }

    /// The service group's own logger says nothing an operator needs.
    private static var quiet: Logger {
        var logger = Logger(label: "sluss.services", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        return logger
    }

    private func end(_ clients: PartnerClients, _ threads: MultiThreadedEventLoopGroup) async {
        await clients.close()
        await pool.stop()
        try? await threads.shutdownGracefully()
    }

    private func tellReady(_ address: BoundAddress?) {
        ServiceNotification.tell("READY=1\nSTATUS=serving")
        var fields = ["pid": "\(getpid())", "organisation": current.value.configuration.organisation.organisationsnummer]
        if let address { fields["address"] = "\(address.host):\(address.port)" }
        log.note(.notice, "gateway ready", fields)
    }

    private static func tell(_ report: RecoveryReport, of name: String, _ log: EventLog) {
        guard !report.isClean else { return }
        log.note(
            .notice, "recovered",
            [
                "spool": name, "finished": "\(report.finished.count)", "removed": "\(report.removed.count)",
                "returned": "\(report.returned.count)", "held": "\(report.held.count)", "carried_out": "\(report.carriedOut.count)",
                "corrupt": "\(report.quarantined.count)", "foreign": "\(report.foreign.count)",
            ])
        for id in report.returned { log.moved(id, StateChange(event: "recovered", from: .inflight, to: .ready)) }
    }
}

extension GatewayDaemon {
    private func makeListener(_ settings: ListenerSettings, tls: TLSContexts, handOver: Nudge) -> Listener {
        Listener(setup: ListenerSetup(settings), tls: tls) { [current, spools, ledger, pool, log] request in
            let entity = AS4Entity(contentType: request.contentType ?? "", body: request.body)
            let pipeline = InboundPipeline(current.value, spools: spools, ledger: ledger)
            let answer = try? await pool.run { pipeline.receive(entity, from: request.peer.partner) }
            guard let answer else { return HTTPAnswer(status: 503, headers: [.init(name: "Retry-After", value: "10")]) }
            log.received(answer.event, from: request.peer)
            if case .stored = answer.event { handOver() }
            let headers: [HTTPAnswer.Field] = answer.status == 503 ? [.init(name: "Retry-After", value: "10")] : []
            return HTTPAnswer(status: answer.status, contentType: answer.entity.contentType, headers: headers, body: answer.entity.body)
        }
    }

    /// SIGHUP. Listener address and folders need a restart; the log says so when they differ.
    private func reload(tls: TLSContexts, clients: PartnerClients, delivery: DeliveryService) async {
        ServiceNotification.tell("RELOADING=1")
        defer { ServiceNotification.tell("READY=1") }
        let path = self.path
        guard let outcome = try? await pool.run({ ConfigurationCheck.run(path: path, at: Date()) }) else { return }
        for problem in outcome.problems {
            log.note(problem.severity == .error ? .error : .warning, "configuration", ["code": problem.code, "place": "\(problem.file):\(problem.line)", "key": problem.key])
        }
        guard let accepted = outcome.accepted else { return log.note(.error, "reload refused; the old configuration stays in force") }
        let old = current.value
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: old.check)
        do {
            try tls.reload(identity: Self.identity(parts), peers: Self.peers(parts))
        } catch {
            return log.note(.error, "reload refused; the old configuration stays in force", ["code": error.code])
        }
        current.replace(with: parts)
        await clients.configurationChanged()
        await delivery.reloaded()
        let needsRestart = old.configuration.paths != parts.configuration.paths || old.configuration.listener != parts.configuration.listener
        log.note(.notice, "reloaded", needsRestart ? ["restart_needed_for": "paths or listen"] : [:])
    }

    private static func identity(_ parts: GatewayParts) -> TLSIdentity {
        TLSIdentity(chain: parts.keyring.tls.chain, keyPEM: parts.keyring.tlsKeyPEM)
    }

    private static func peers(_ parts: GatewayParts) -> [PeerTrust] {
        parts.configuration.partners.map { PeerTrust(partner: $0.name, policy: parts.keyring.tlsPolicy(for: $0)) }
    }
}

extension ListenerSetup {
    /// The configuration's listener; what it does not name keeps the profile's values.
    init(_ settings: ListenerSettings) {
        var limits = ListenerLimits()
        limits.maximumBody = settings.maximumBodyBytes
        limits.headTimeout = settings.headerTimeout
        limits.bodyTimeout = settings.bodyTimeout
        limits.idleTimeout = settings.idleTimeout
        limits.maximumConnections = settings.maximumConnections
        limits.maximumConnectionsPerAddress = settings.maximumConnectionsPerAddress
        self.init(host: settings.host, port: settings.port, path: settings.path, limits: limits)
    }
}
