import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Fetches revocation data over http or https, apart from the traffic with partners: own threads for names, limits of size and time, no redirect,
/// no private address unless its host is named.
///
/// What comes is believed for its own signature only; https hides from the network what we ask, and no more.
struct RevocationFetcher: Sendable {
    let eventLoopGroup: any EventLoopGroup
    /// For name look-ups, which may hang.
    let pool: BlockingPool
    let settings: RevocationSettings
    /// Who may vouch for a host of `https`: the system's roots, because such a host is nobody of the care sector's own federations.
    var trustRoots = NIOSSLTrustRoots.default

    /// The body of the answer. A result, because an async function with a typed error damages its caller's frame (Swift 6.3.1).
    func fetch(_ request: FetchRequest) async -> Result<[UInt8], FetchFailure> {
        let deadline = NIODeadline.now() + TimeAmount(settings.timeout)
        let address = request.address
        let found: [SocketAddress]
        switch await resolved(address, before: deadline) {
        case .success(let addresses): found = addresses
        case .failure(let failure): return .failure(failure)
        }
        guard !found.isEmpty else { return .failure(FetchFailure(.nameNotFound, address.host)) }
        let allowed = settings.privateHosts.contains(address.host) ? found : found.filter(AddressRules.isPublic)
        guard !allowed.isEmpty else { return .failure(FetchFailure(.privateAddress, address.host)) }
        var last = FetchFailure(.unreachable, address.host)
        for place in allowed.prefix(3) {
            switch await attempt(request, at: place, before: deadline) {
            case .success(let bytes): return .success(bytes)
            case .failure(let failure):
                last = failure
                guard failure.code == FetchCode.unreachable.rawValue else { return .failure(failure) }
            }
        }
        return .failure(last)
    }

    /// A resolver that takes its time is left behind at the deadline, or when the daemon stops.
    private func resolved(_ address: FetchAddress, before deadline: NIODeadline) async -> Result<[SocketAddress], FetchFailure> {
        let eventLoop = eventLoopGroup.next()
        let outcome = eventLoop.makePromise(of: [SocketAddress].self)
        let timer = eventLoop.scheduleTask(deadline: deadline) { outcome.fail(FetchFailure(.tooSlow, address.host)) }
        pool.threadPool.submit { state in
            if case .active = state { outcome.succeed(Self.resolve(address)) } else { outcome.fail(FetchFailure(.unreachable, "stopped")) }
        }
        defer { timer.cancel() }
        return await Self.result(of: outcome)
    }

    /// Waits for a promise; cancelling the task fails it.
    private static func result<Value: Sendable>(of outcome: EventLoopPromise<Value>) async -> Result<Value, FetchFailure> {
        do {
            return try await withTaskCancellationHandler {
                .success(try await outcome.futureResult.get())
            } onCancel: {
                outcome.fail(FetchFailure(.unreachable, "stopped"))
            }
        } catch {
            return .failure(error as? FetchFailure ?? FetchFailure(.unreachable, FailureDiagnosis.reason(error)))
        }
    }

    private func attempt(_ request: FetchRequest, at place: SocketAddress, before deadline: NIODeadline) async -> Result<
        [UInt8], FetchFailure
    > {
        let left = deadline - .now()
        guard left > .zero else { return .failure(FetchFailure(.tooSlow, request.address.host)) }
        let eventLoop = eventLoopGroup.next()
        let outcome = eventLoop.makePromise(of: [UInt8].self)
        let timer = eventLoop.scheduleTask(deadline: deadline) { outcome.fail(FetchFailure(.tooSlow, request.address.host)) }
        let connection = ClientBootstrap(group: eventLoop)
            .connectTimeout(left)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try addHandlers(to: channel.pipeline.syncOperations, request, outcome) }
            }
            .connect(to: place)
        connection.whenFailure { error in
            let isLate = if case ChannelError.connectTimeout = error { true } else { false }
            outcome.fail(FetchFailure(isLate ? .tooSlow : .unreachable, "\(request.address.host): \(FailureDiagnosis.reason(error))"))
        }
        defer {
            timer.cancel()
            connection.whenSuccess { $0.close(promise: nil) }
        }
        return await Self.result(of: outcome)
    }

    private func addHandlers(
        to pipeline: ChannelPipeline.SynchronousOperations, _ request: FetchRequest, _ outcome: EventLoopPromise<[UInt8]>
    ) throws {
        if request.address.isSecure {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.minimumTLSVersion = .tlsv12
            tls.trustRoots = trustRoots
            let name = AddressRules.isLiteral(request.address.host) ? nil : request.address.host
            try pipeline.addHandler(NIOSSLClientHandler(context: NIOSSLContext(configuration: tls), serverHostname: name))
        }
        try pipeline.addHandler(HTTPRequestEncoder())
        try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
        try pipeline.addHandler(FetchExchange(request, outcome: outcome))
    }

    /// The addresses of a host, in the system's order. Blocking.
    private static func resolve(_ address: FetchAddress) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, "\(address.port)", &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = list
        while let entry = next {
            if let raw = entry.pointee.ai_addr {
                switch entry.pointee.ai_family {
                case AF_INET: raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { found.append(SocketAddress($0.pointee)) }
                case AF_INET6: raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { found.append(SocketAddress($0.pointee)) }
                default: break
                }
            }
            next = entry.pointee.ai_next
        }
        return found
    }
}

extension AddressRules {
    /// Whether a host is written as an address.
    static func isLiteral(_ host: String) -> Bool { (try? SocketAddress(ipAddress: host, port: 1)) != nil }
}
