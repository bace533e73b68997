import Foundation
import NIOPosix
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
        let pool = BlockingPool(threadCount: 1)
        let settings = RevocationSettings(fetches: true, timeout: timeout, privateHosts: hosts)
        let fetcher = RevocationFetcher(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, pool: pool, settings: settings)
        let address = try #require(FetchAddress("http://127.0.0.1:\(host.port)\(path)"))
        let result = await fetcher.fetch(FetchRequest(address: address, body: nil))
        await pool.stop()
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
        #expect(try await fetch("/a.crl").get() == bytes)
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
        let nobody = FetchAddress("http://127.0.0.1:\(try FreePort.next())/")
        let settings = RevocationSettings(fetches: true, timeout: .seconds(60), privateHosts: ["127.0.0.1"])
        let pool = BlockingPool(threadCount: 1)
        let fetcher = RevocationFetcher(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, pool: pool, settings: settings)
        #expect(await code(fetcher.fetch(FetchRequest(address: try #require(nobody), body: nil))) == "G203")
        await pool.stop()
    }
}
