import Documents
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// One accepted connection: caps, TLS, gate, HTTP/1.1 and limits, in the order bytes pass them.
struct ListenerChannel: ServerChildChannel {
    typealias Value = NIOAsyncChannel<ReceivedRequest, HTTPAnswer>

    /// The name of the TLS handler in the pipeline.
    static let tlsName = "tls"

    let setup: ListenerSetup
    let tls: TLSContexts
    let ledger: ConnectionLedger
    let respond: @Sendable (ReceivedRequest) async -> HTTPAnswer

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let network = NetworkOrigin.key(of: channel.remoteAddress)
        guard ledger.open(from: network) else {
            tls.runtime.logger.notice(
                "\(ListenerCode.tooManyConnections.text.en)",
                metadata: ["code": "\(ListenerCode.tooManyConnections.rawValue)", "address": "\(network)"])
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(RequestRefusal(.tooManyConnections))
        }
        channel.closeFuture.whenComplete { [ledger] _ in ledger.close(from: network) }
        let value = channel.eventLoop.makeCompletedFuture {
            try addHandlers(to: channel)
            return try Value(wrappingChannelSynchronously: channel)
        }
        // NIO leaves a channel open whose initializer failed.
        value.whenFailure { _ in channel.close(promise: nil) }
        return value
    }

    func handle(value: Value, logger: Logger) async {
        do {
            try await value.executeThenClose { requests, answers in
                for try await request in requests { try await answers.write(await respond(request)) }
            }
        } catch {
            // The peer went away with its answer unread; it will ask again.
            tls.runtime.logger.debug("Connection ended", metadata: ["reason": "\(FailureDiagnosis.reason(error))"])
        }
    }

    private func addHandlers(to channel: any Channel) throws {
        let connection = InboundConnection(setup: setup, tls: tls, ledger: ledger, channel: channel)
        let generation = tls.current
        let record = VerificationRecord()
        let verifier = tls.clientVerifier(generation, record: record)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(
            NIOSSLServerHandler(
                context: generation.serverContext, customVerificationCallback: { verifier.verify($0, $1) }, configuration: .init()),
            name: Self.tlsName)
        try pipeline.addHandler(PartnerGateHandler(connection: connection, generation: generation, record: record))
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = setup.limits.maximumHeader
        decoder.maxHeaderListSize = setup.limits.maximumHeader
        decoder.maxHeaderFieldCount = setup.limits.maximumFields
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: true,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoder)
        try pipeline.addHandler(RequestAssemblyHandler(connection: connection))
    }
}
