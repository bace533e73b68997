import Dispatch
import Foundation
import Glibc
import ServiceLifecycle
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Daemon", .timeLimit(.minutes(2)))
struct GatewayDaemonTests {
    /// A daemon as a service of an outer group, so that a test can stop it as a signal would.
    private struct Running: Service {
        let daemon: GatewayDaemon
        let ready: Announcement<BoundAddress?>

        func run() async throws { try await daemon.run { ready.tell($0) } }
    }

    private let folder: TemporaryFolder
    private let pair: GatewayPair
    private let log = CollectedLog()

    init() throws {
        folder = try TemporaryFolder("daemon")
        pair = try GatewayPair(in: folder.path, certificates: .shared())
    }

    private func daemon(_ file: String, _ log: CollectedLog? = nil) throws -> GatewayDaemon {
        let outcome = ConfigurationCheck.run(path: file, at: Date())
        let accepted = try #require(outcome.accepted, "\(outcome.errors.map(\.code))")
        return try GatewayDaemon(path: file, accepted: accepted, log: (log ?? self.log).log)
    }

    private func running(_ daemons: [GatewayDaemon], _ body: () async throws -> Void) async throws {
        let told = daemons.map { _ in Announcement<BoundAddress?>() }
        let services = zip(daemons, told).map { Running(daemon: $0, ready: $1) }
        let group = ServiceGroup(configuration: .init(services: services.map { .init(service: $0) }, logger: CollectedLog().log.logger))
        let run = Task { try await group.run() }
        for ready in told { #expect(await ready.value != nil) }
        do {
            try await body()
        } catch {
            run.cancel()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run.value
    }

    private func names(_ path: String) -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    @Test("Two daemons carry a dropped message over mutual TLS to the inbox, note the receipt, and stop when told")
    func wholeWay() async throws {
        let files = try pair.write()
        let (region, kommun) = (try daemon(files.region), try daemon(files.kommun))
        let notice = Notice()
        try await running([region, kommun]) { () async throws in
            try Data(notice.bytes).write(to: URL(filePath: "\(pair.regionFolder)/submit/a.xml"))
            #expect(try await eventually { names("\(pair.kommunFolder)/inbox").contains { $0.hasSuffix(".xml") } })
            #expect(try await eventually { try region.spools.outbound.list(.done).count == 1 })
        }
        #expect(names("\(pair.regionFolder)/submit").contains("a.accepted.json"))
        #expect(try kommun.spools.inbound.list(.done).count == 1)
        let id = try #require(try region.spools.outbound.list(.done).first)
        #expect(try region.spools.outbound.attachment(.receipt, of: id, in: .done) != nil)
        for event in [
            "starting", "gateway ready", "message submitted", "message received", "message done", "message handed over", "stopped",
        ] {
            #expect(log.text.contains("\"event\":\"\(event)\""), "\(event)")
        }
        for content in ["201203159809", "Övning", "Familjen", notice.caseID] { #expect(!log.text.contains(content)) }
    }

    @Test("Partners can connect while every thread for messages is busy")
    func handshakes() async throws {
        let files = try pair.write()
        let (region, kommun) = (try daemon(files.region), try daemon(files.kommun))
        let tls = try TLSContexts(
            identity: GatewayDaemon.identity(kommun.current.value), peers: GatewayDaemon.peers(kommun.current.value),
            runtime: TransportBench.runtime(TestClock()))
        let endpoint = ClientEndpoint(host: "localhost", port: pair.region.port ?? 0, path: "/elsewhere")
        try await running([region]) { () async throws in
            let mayEnd = DispatchSemaphore(value: 0)
            // As many as there are threads, and more.
            let busy = (0..<64).map { _ in Task { try await region.pool.run { mayEnd.wait() } } }
            let client = PartnerClient(route: PartnerRoute(partner: "region", endpoint: endpoint), tls: tls)
            let answer = Task { try await client.post(contentType: "text/plain", body: [1], timeout: .seconds(20)) }
            let result = await answer.result
            for _ in busy { mayEnd.signal() }
            for task in busy { try await task.value }
            await client.close()
            #expect(try result.get().status == 404)
        }
    }

    @Test("What is kept no longer is removed at the start")
    func retention() async throws {
        var writer = pair.region
        writer.appendix = "retention: { cancelled: 60d }"
        let region = try daemon(try writer.write(to: pair.regionFolder))
        let past = Date().addingTimeInterval(-61 * 86_400)
        let envelope = Envelope(id: region.spools.newID(at: past), createdAt: past, type: "M01", partner: "kommun")
        _ = try region.spools.outbound.submit(body: [1], envelope: envelope, record: HistoryRecord(at: past, event: .submitted))
        try region.spools.outbound.move(envelope.id, from: .ready, to: .cancelled, record: HistoryRecord(at: past, event: .cancelled))
        try await running([region]) { () async throws in
            #expect(try await eventually { try region.spools.outbound.entry(envelope.id) == nil })
        }
    }

    @Test("The server's own words on starting stay out of the log")
    func ownWords() async throws {
        let region = try daemon(try pair.write().region)
        try await running([region]) { () async throws in }
        #expect(log.text.contains("gateway ready") && !log.text.contains("Server started"))
    }

    @Test("A second daemon on the same spool is refused while the first one lives, and not after")
    func lock() throws {
        let files = try pair.write()
        do {
            let first = try daemon(files.region)
            let error = #expect(throws: SpoolError.self) { try daemon(files.region) }
            #expect(error?.code == .lockedByOther)
            withExtendedLifetime(first) {}
        }
        _ = try daemon(files.region)
    }

    @Test("What a crash left in flight is back before anything is served, and the log says so")
    func recovers() throws {
        let files = try pair.write()
        let id: MessageID
        do {
            let first = try daemon(files.region)
            let pipeline = OutboundPipeline(first.current.value, spools: first.spools, ledger: first.ledger)
            id = try #require(try pipeline.submit(Notice().bytes).copies.first?.id)
            #expect(try first.spools.outbound.claim(id, from: .ready))
        }
        let second = try daemon(files.region)
        #expect(try second.spools.outbound.list(.ready) == [id])
        #expect(second.ledger.knows(id))
        #expect(log.lines.contains { $0.contains("\"recovered\"") && $0.contains("\"returned\":\"1\"") })
    }

    @Test("A weakening in force is named in the log at every start, one that has run out is not")
    func weakenings() throws {
        var writer = pair.region
        writer.appendix = "weakenings: [{ name: soft-revocation, reason: \"spärrlistan är flyttad\", until: 2099-12-31 }]"
        let path = try writer.write(to: pair.regionFolder)
        _ = try daemon(path)
        let line = try #require(log.lines.first { $0.contains("weakening in force") })
        #expect(line.contains("soft-revocation") && line.contains("2099-12-31") && line.contains("warning"))
        #expect(log.lines.contains { $0.contains("libxml2") && $0.contains("OpenSSL") })
        let later = CollectedLog()
        let outcome = ConfigurationCheck.run(path: path, at: Date())
        let configuration = try #require(outcome.accepted).configuration
        StartNotes(configuration: configuration).tellWeakenings(later.log, at: Date(timeIntervalSince1970: 4_200_000_000))
        #expect(later.lines.isEmpty)
    }

    @Test("What a crash left in the quarantine is on record after the start, and the log warns of what stays without the section")
    func quarantineLeft() throws {
        let files = try pair.write()
        let id: MessageID
        let folder: String
        do {
            let first = try daemon(files.region)
            folder = first.spools.root + "/quarantine"
            id = first.spools.newID(at: Date())
        }
        #expect(!log.text.contains("quarantine") && mkdir(folder, 0o700) == 0)
        for name in ["\(id).pending", ".new-1-2"] { try Data([1]).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        let second = try daemon(files.region)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(id).quarantine"])
        let audit = try String(contentsOfFile: second.current.value.configuration.paths.audit, encoding: .utf8)
        #expect(audit.contains("keep_quarantined") && audit.contains("\(id)"))
        #expect(log.lines.contains { $0.contains("quarantine switched off") && $0.contains("warning") && $0.contains("messages") })
    }

    @Test("An address that is taken ends the daemon with the reason, and frees the spool's lock")
    func addressTaken() async throws {
        let files = try pair.write()
        var other = pair.kommun
        other.port = pair.region.port
        let taken = try other.write(to: pair.kommunFolder)
        try await running([try daemon(files.region)]) { () async throws in
            await #expect(throws: ListenFailure.self) { try await daemon(taken).run { _ in Issue.record("ready") } }
        }
        _ = try daemon(files.region)
    }

    @Test("A reload says which changes need a restart")
    func needingRestart() throws {
        func configuration(_ appendix: String, _ change: (inout ConfigurationWriter) -> Void = { _ in }) throws -> Configuration {
            var writer = pair.region
            writer.appendix = appendix
            change(&writer)
            let outcome = ConfigurationCheck.run(path: try writer.write(to: pair.regionFolder), at: Date())
            return try #require(outcome.accepted, "\(outcome.errors.map { "\($0.code) \($0.key)" })").configuration
        }
        let old = try configuration("")
        let cases: [(Configuration, [String])] = [
            (try configuration(""), []), (try configuration("delivery: { stop_grace: 3s }"), ["delivery.stop_grace"]),
            (try configuration("disk: { minimum_free: 1GiB }"), ["disk"]), (try configuration("") { $0.port = 9 }, ["listen"]),
            (try configuration("") { $0.partners[0].concurrency = 9 }, []),
        ]
        for (new, expected) in cases { #expect(GatewayDaemon.needingRestart(old, new) == expected) }
    }

    @Test("The service manager is told of readiness by a datagram, also to an abstract socket")
    func notification() throws {
        for name in [folder.file("notify"), "@sluss-test-\(getpid())"] {
            let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let bytes = Array(name.utf8).enumerated().map { $0.offset == 0 && $0.element == UInt8(ascii: "@") ? 0 : $0.element }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
            let isBound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
            }
            #expect(isBound)
            setenv("NOTIFY_SOCKET", name, 1)
            ServiceNotification.tell("READY=1")
            unsetenv("NOTIFY_SOCKET")
            var buffer = [UInt8](repeating: 0, count: 100)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            #expect(count > 0 && String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "READY=1")
        }
        ServiceNotification.tell("READY=1")
    }
}
