import Documents
import Foundation
import Logging
import ServiceLifecycle
import Signatures

/// Keeps revocation lists and OCSP answers fresh in the background, and sounds the alarm when it cannot. The traffic never waits for it: it
/// decides by what is at hand.
struct RevocationService: Service {
    let trust: TrustGenerations
    let met: MetCertificates
    let cache: TrustCache
    let fetcher: @Sendable (FetchRequest) async -> Result<[UInt8], FetchFailure>
    let pool: BlockingPool
    let log: EventLog
    let nudge: Nudge

    /// Fetches at the same time.
    static let concurrency = 4

    func run() async throws {
        var desk = RevocationDesk(inherited: trust.current.value.keyring.material, records: cache.sources())
        var watch = TrustWatch(told: cache.toldExpiries())
        await nudge.loopUntilShutdown(atLeastEvery: .seconds(2)) { await round(&desk, &watch) }
    }

    private func round(_ desk: inout RevocationDesk, _ watch: inout TrustWatch) async {
        let parts = trust.current.value
        met.keep(for: parts.configuration)
        if parts.configuration.revocation.fetches { await fetch(&desk, parts) }
        await keepMet()
        await sound(&watch, desk)
    }

    // MARK: Fetching

    private func fetch(_ desk: inout RevocationDesk, _ parts: GatewayParts) async {
        let now = Date()
        plan(&desk, parts, at: now)
        let due = desk.due(at: now)
        guard !due.isEmpty else { return }
        var isNew = false
        for batch in stride(from: 0, to: due.count, by: Self.concurrency).map({ due[$0..<min($0 + Self.concurrency, due.count)] }) {
            guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return }
            for (source, arrival) in await arrivals(Array(batch), authorities: desk.authorities) {
                tell(arrival, of: source, before: desk.entries[source])
                isNew = desk.take(arrival, of: source, at: Date(), random: .random(in: 0..<1)) || isNew
            }
        }
        await adopt(desk, isNew: isNew)
    }

    /// Makes the plan anew when the configuration or the certificates met have changed.
    private func plan(_ desk: inout RevocationDesk, _ parts: GatewayParts, at now: Date) {
        let entries = met.entries
        let basis = (parts.keyring.authorities + parts.keyring.knownCertificates + entries.compactMap(\.path.first)).map(
            ObjectIdentifier.init)
        guard desk.isOver(basis) else { return }
        let known = parts.keyring.material
        let plan = RevocationPlan(configuration: parts.configuration, keyring: parts.keyring, met: entries)
        desk.follow(plan, at: now) { [cache] source, pair in
            if let pair { return (nil, known.answers.first { $0.isAbout(pair.certificate, issuedBy: pair.issuer) }) }
            return (cache.list(from: source.address).flatMap { kept in known.lists.first { $0.der == kept.der } }, nil)
        }
    }

    private func arrivals(
        _ entries: [RevocationDesk.Entry], authorities: [Certificate]
    ) async -> [(RevocationSource, RevocationDesk.Arrival)] {
        await withTaskGroup(of: (RevocationSource, RevocationDesk.Arrival).self) { group in
            for entry in entries { group.addTask { (entry.source, await arrival(of: entry, authorities: authorities)) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func arrival(of entry: RevocationDesk.Entry, authorities: [Certificate]) async -> RevocationDesk.Arrival {
        var request: [UInt8]?
        if let pair = entry.pair { request = try? OCSPAnswer.request(about: pair.certificate, issuedBy: pair.issuer) }
        let question = FetchRequest(address: entry.source.address, body: request)
        // A stop does not wait for a host that hangs.
        switch await cancelWhenGracefulShutdown({ await fetcher(question) }) {
        case .failure(let failure): return .nothing(failure)
        case .success(let bytes):
            let asked = request
            let judged = try? await pool.run { judge(bytes, entry, request: asked, authorities: authorities) }
            return judged ?? .nothing(FetchFailure(.unreachable, "stopped"))
        }
    }

    /// Verifies what came and keeps it. Blocking.
    private func judge(
        _ bytes: [UInt8], _ entry: RevocationDesk.Entry, request: [UInt8]?, authorities: [Certificate]
    ) -> RevocationDesk.Arrival {
        do throws(Refusal) {
            guard let pair = entry.pair else {
                let list = try RevocationList.accept(bytes, from: authorities, replacing: entry.list, at: Date())
                keep { () throws(FileTrouble) in try cache.keep(list, from: entry.source.address) }
                return .list(list)
            }
            let answer = try OCSPAnswer(bytes, about: pair.certificate, issuedBy: pair.issuer, answering: request, at: Date())
            keep { () throws(FileTrouble) in try cache.keep(answer) }
            return .answer(answer)
        } catch {
            return .nothing(FetchFailure(error))
        }
    }

    private func adopt(_ desk: RevocationDesk, isNew: Bool) async {
        let records = desk.entries.values.map(\.record).sorted { ($0.url, $0.certificate ?? "") < ($1.url, $1.certificate ?? "") }
        let material = desk.material
        try? await pool.run {
            keep { () throws(FileTrouble) in try cache.keep(records) }
            guard isNew else { return }
            do throws(Refusal) {
                try trust.adopt(material)
            } catch {
                log.trouble("fetched revocation data could not be put in force", error)
            }
        }
    }

    private func keepMet() async {
        guard let entries = met.takeUnsaved() else { return }
        try? await pool.run { keep { () throws(FileTrouble) in try cache.keep(entries) } }
    }

    /// What cannot be kept counts all the same, until the next start.
    private func keep(_ write: () throws(FileTrouble) -> Void) {
        do throws(FileTrouble) {
            try cache.make()
            try write()
        } catch {
            log.trouble(FetchCode.notKept.text.en, error, ["code": FetchCode.notKept.rawValue])
        }
    }

    private func tell(_ arrival: RevocationDesk.Arrival, of source: RevocationSource, before entry: RevocationDesk.Entry?) {
        var fields = ["url": source.address.text, "kind": source.isAnswer ? "ocsp" : "crl"]
        guard case .nothing(let failure) = arrival else {
            if let entry, entry.failures > 0 || (entry.list == nil && entry.answer == nil) {
                log.note(.info, "revocation data fetched", fields)
            }
            return
        }
        (fields["code"], fields["detail"]) = (failure.code, failure.detail ?? "")
        // The first failure, and then each hour or so: the pause between tries grows to half an hour.
        let count = (entry?.failures ?? 0) + 1
        log.note(count == 1 || count.isMultiple(of: 8) ? .warning : .debug, "revocation data could not be fetched", fields)
    }

    // MARK: Alarms

    private func sound(_ watch: inout TrustWatch, _ desk: RevocationDesk) async {
        let parts = trust.current.value
        let entries = met.entries
        let before = watch
        let after = try? await pool.run { () -> (TrustWatch, [TrustWatch.Alarm]) in
            var watch = before
            let alarms = watch.look(parts, met: entries, at: Date())
            if watch.told != before.told { keep { () throws(FileTrouble) in try cache.keep(told: watch.told) } }
            return (watch, alarms)
        }
        guard let (next, alarms) = after else { return }
        watch = next
        for alarm in alarms { log.note(alarm.level, alarm.event, alarm.fields) }
    }
}
