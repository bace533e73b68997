import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import TestSupport
import Testing

@testable import Gateway

@Suite("Fetching revocation data", .serialized)
struct RevocationFetcherTests {
    private let host: RevocationHost

    init() throws { host = try RevocationHost() }

    private func fetch(_ path: String, timeout: Duration = .seconds(60), hosts: [String] = ["127.0.0.1"]) async throws -> Result<
        [UInt8], FetchFailure
    > {
        try await fetch(from: "http://127.0.0.1:\(host.port)\(path)", timeout: timeout, hosts: hosts)
    }

    /// On threads of its own: those that all tests share may be busy for longer than a fetch may take.
    private func fetch(
        from url: String, timeout: Duration = .seconds(60), hosts: [String] = ["127.0.0.1"], roots: NIOSSLTrustRoots = .default
    ) async throws -> Result<[UInt8], FetchFailure> {
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let pool = BlockingPool(threadCount: 1)
        let settings = RevocationSettings(fetches: true, timeout: timeout, privateHosts: hosts)
        var fetcher = RevocationFetcher(eventLoopGroup: threads, pool: pool, settings: settings)
        fetcher.trustRoots = roots
        let address = try #require(FetchAddress(url))
        let result = await fetcher.fetch(FetchRequest(address: address, body: nil))
        await pool.stop()
        try await threads.shutdownGracefully()
        return result
    }

    private func code(_ result: Result<[UInt8], FetchFailure>) -> String {
        switch result {
        case .success: "fetched"
        case .failure(let failure): failure.code
        }
    }

    @Test("The whole body comes, byte for byte")
    func whole() async throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        host.publish(bytes, at: "/a.crl")
        // Ten minutes, so that only the bytes decide and never the load of the machine.
        #expect(try await fetch("/a.crl", timeout: .seconds(600)).get() == bytes)
        #expect(host.requests == ["/a.crl"])
    }

    @Test("A private host that is not named is never called; a body over the limit, a redirect and a missing file bring nothing")
    func refused() async throws {
        host.publish([UInt8](repeating: 1, count: (20 << 20) + 1), at: "/big.crl")
        #expect(try await code(fetch("/big.crl", hosts: [])) == "G202")
        #expect(host.requests.isEmpty)
        #expect(try await code(fetch("/big.crl")) == "G206")
        #expect(try await code(fetch("/none.crl")) == "G205")
        host.mood = .redirecting(to: "http://127.0.0.1:\(host.port)/big.crl")
        #expect(try await code(fetch("/x.crl")) == "G205")
        #expect(host.requests.count == 3, "the redirect was not followed")
    }

    @Test("A host that hangs, hangs up or is not there costs no more than the time allowed")
    func unreachable() async throws {
        host.mood = .hanging
        #expect(try await code(fetch("/a", timeout: .seconds(1))) == "G204")
        host.mood = .silent
        #expect(try await code(fetch("/a")) == "G203")
        #expect(try await code(fetch(from: "http://127.0.0.1:\(try FreePort.next())/")) == "G203")
    }

    @Test(
        "Over https the host must show a certificate of a trusted root: then the body comes, else nothing is asked of it",
        .enabled(if: Tool.arePresent("openssl"), "openssl is not installed"))
    func secure() async throws {
        let pki = try DevelopmentPKI.shared()
        let folder = try TemporaryFolder("https")
        try folder.write("the list", to: "a.crl")
        let port = try FreePort.next()
        let (certificate, key) = (pki.certificate(.region, .tls), pki.key(.region, .tls))
        let log = open(folder.file("log"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [log, nothing] { close(descriptor) } }
        let arguments = ["s_server", "-accept", "\(port)", "-cert", certificate, "-cert_chain", certificate, "-key", key, "-WWW"]
        let server = try ChildProcess(
            .init(path: Tool.require("openssl").path, arguments: arguments, folder: folder.path),
            streams: .init(input: nothing, output: log, errors: log))
        defer { server.end() }
        let (url, ours) = ("https://localhost:\(port)/a.crl", NIOSSLTrustRoots.file(pki.root(.tls)))
        #expect(try await eventually { try await code(fetch(from: url, hosts: ["localhost"], roots: ours)) == "fetched" })
        #expect(try await fetch(from: url, hosts: ["localhost"], roots: ours).get() == Array("the list".utf8))
        #expect(try await code(fetch(from: url, hosts: ["localhost"])) == "G203", "a root that the system does not know")
        #expect(try await code(fetch(from: url, roots: ours)) == "G202", "a private host that is not named")
    }
}
