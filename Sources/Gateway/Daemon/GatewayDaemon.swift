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
/// Start order: configuration (all of its check) → libraries and limits of the machine → spool lock → recovery → ledger → services. Nothing is
/// accepted before recovery is done.
/// Signals that come before wait until serving begins (``StartSignals``).
/// SIGTERM and SIGINT: no new work, running attempts have `delivery.stop_grace`, then they park. SIGHUP: the configuration is checked and, if
/// it holds, taken over; else the old one stays and the log says why.
package struct GatewayDaemon: Sendable {
    let path: String
    let log: EventLog
    let current: CurrentParts
    let spools: Spools
    let ledger: CaseLedger
    let pool: BlockingPool
    let met: MetCertificates
    /// Where what partners were refused is put on record.
    let refusals: RefusalTrail
    let quarantine: Quarantine
    /// Wakes the fetching of revocation data when a certificate is met for the first time.
    let fetching = Nudge()
    /// Connections the listener takes: as configured, or as many as open files allow.
    let connections: Int
    private let locks: [SpoolLock]

    /// Everything up to serving. Blocking.
    ///
    /// - Parameter accepted: a configuration that passed ``ConfigurationCheck``.
    /// - Throws: ``SpoolError`` (P004 when another daemon has the spool), ``FileTrouble``, ``Refusal`` D011 for a broken build, G301, G303 and
    ///   G304 for a machine that gives too little.
    package init(path: String, accepted: ConfigurationCheck.Accepted, log: EventLog) throws {
        StartSignals.hold()
        try LibraryFloors.current.check()
        let cache = TrustCache(spool: accepted.configuration.paths.spool)
        let met = MetCertificates(cache.met()) { [fetching] in fetching() }
        var keyring = accepted.keyring
        keyring.witness = { use, partner in PartnerWitness(use: use, partner: partner, met: met, log: log) }
        let parts = GatewayParts(configuration: accepted.configuration, keyring: keyring, check: try MessageCheck())
        self.path = path
        self.log = log
        self.met = met
        current = CurrentParts(parts)
        StartNotes(configuration: parts.configuration).tell(log, at: Date())
        connections = try OpenFileLimit.raised().fitted(parts.configuration, log)
        spools = try Spools(root: parts.configuration.paths.spool, create: true, options: parts.spoolOptions)
        locks = [try spools.outbound.lock(), try spools.inbound.lock()]
        for (spool, lock, name) in [(spools.outbound, locks[0], "outbound"), (spools.inbound, locks[1], "inbound")] {
            if !spool.tightenedFolders.isEmpty {
                log.note(
                    .warning, "spool folders closed to others", ["spool": name, "folders": spool.tightenedFolders.joined(separator: " ")])
            }
            Self.tell(try spool.recover(at: Date(), holding: lock), of: name, log)
        }
        try spools.scratch.folder().empty()
        quarantine = Quarantine(spools: spools)
        try quarantine.sweep()
        let audit = AuditTrail(path: parts.configuration.paths.audit)
        do {
            try quarantine.adopt(audit, at: Date())
        } catch {
            // No reason to stop the traffic: they stay hidden until the next start.
            log.trouble("quarantine not on record", error)
        }
        refusals = RefusalTrail(audit: audit, quarantine: quarantine)
        ledger = try spools.ledger()
        pool = BlockingPool()
    }

    /// Serves until told to stop.
    ///
    /// - Parameter ready: called once, when everything runs; with the listener's address if there is one.
    /// - Throws: ``Refusal`` when the TLS key cannot be used, ``ListenFailure`` when the address cannot be bound, ``FileTrouble`` when the drop
    ///   folder cannot be used.
    package func run(ready: @escaping @Sendable (BoundAddress?) -> Void) async throws {
        guard !StartSignals.wantsStop else { return log.note(.info, "stopped") }
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        // Threads of their own: however busy messages keep the others, partners can shake hands.
        let checks = BlockingPool(threadCount: 4)
        // Looking up a name may take as long as the resolver likes.
        let names = BlockingPool(threadCount: 2)
        // And for bodies on their way to or from disk, which a connection waits for.
        let files = BlockingPool(threadCount: 4)
        let proofs = BlockingPool(threadCount: 2)
        do {
            let tls = try TLSContexts(
                identity: Self.identity(current.value), peers: Self.peers(current.value),
                runtime: TransportRuntime(
                    eventLoopGroup: threads, blockingPool: checks.threadPool, filePool: files.threadPool,
                    proofPool: proofs.threadPool, logger: log.transportLogger))
            let clients = PartnerClients(tls: tls, current: current)
            let trust = TrustGenerations(current: current, tls: tls)
            do {
                let fetching = revocationService(trust, threads: threads, names: names)
                try await serve(services(tls: tls, clients: clients, trust: trust, ready: ready) + [fetching])
            } catch {
                await clients.close()
                throw error
            }
            await clients.close()
        } catch {
            await end(threads, [checks, names, files, proofs])
            throw error
        }
        await end(threads, [checks, names, files, proofs])
        withExtendedLifetime(locks) { log.note(.info, "stopped") }
    }

    private func serve(_ services: [any Service]) async throws {
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: ParallelServices(services: services)),
                .init(service: HeldStopService(), successTerminationBehavior: .gracefullyShutdownGroup),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "sluss.services", factory: { _ in SwiftLogNoOpLogHandler() }))
        // For what does not end by itself when told: requests that a slow peer never finishes.
        group.maximumGracefulShutdownDuration = current.value.configuration.delivery.stopGrace
        try await ServiceGroup(configuration: group).run()
    }

    private func end(_ threads: MultiThreadedEventLoopGroup, _ others: [BlockingPool]) async {
        do {
            try await pool.run { [refusals] in try refusals.flush(at: Date()) }
        } catch {
            log.trouble("refusals not recorded", error)
        }
        await pool.stop()
        for other in others { await other.stop() }
        try? await threads.shutdownGracefully()
    }

    private func services(
        tls: TLSContexts, clients: PartnerClients, trust: TrustGenerations, ready: @escaping @Sendable (BoundAddress?) -> Void
    ) -> [any Service] {
        let paths = current.value.configuration.paths
        var deliver = DeliverMessage(current: current, spool: spools.outbound, scratch: spools.scratch, pool: pool, log: log) {
            request, partner, timeout in
            await clients.post(request, to: partner, timeout: timeout)
        }
        deliver.obstacle = { [met] in OutboundTrust(met: met).obstacle(to: $0, $1, at: Date()) }
        let delivery = DeliveryService(current: current, spools: spools, ledger: ledger, deliver: deliver)
        let handOver = Nudge()
        let listener = current.value.configuration.listener.map { makeListener($0, tls: tls, handOver: handOver) }
        let services: [any Service] = [
            delivery,
            DropFolderService(folder: paths.submit, current: current, spools: spools, ledger: ledger, pool: pool, log: log) { copies in
                await delivery.accepted(copies)
            },
            HandOverService(folder: paths.handover, spools: spools, pool: pool, log: log, nudge: handOver),
            NoticeService(step: TellSubmitter(spools: spools, ledger: ledger, folder: paths.submit), pool: pool, log: log),
            HealthService(spools: spools, log: log),
            RefusalCountService(refusals: refusals, pool: pool, log: log),
            RetentionService(
                current: current, spools: spools, pool: pool, log: log, clock: RetentionClock(spool: spools.root), quarantine: quarantine),
            ReloadService { await reload(trust, clients: clients, delivery: delivery) },
            ReadyService(
                listener: listener,
                told: { address in
                    tellReady(address)
                    ready(address)
                }),
        ]
        return services + (listener.map { [$0] } ?? [])
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
