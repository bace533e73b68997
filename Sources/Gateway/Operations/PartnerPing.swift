import AS4
import Documents
import Foundation
import Logging
import NIOCore
import NIOPosix
import Signatures

/// The test service of an agreement: a message without content, signed like any other, over a connection like any other. The partner answers with a
/// receipt and delivers nothing.
package struct PartnerPing: Sendable {
    /// One step, and how long it took.
    package struct Stage: Sendable, Encodable {
        /// `sign`, `connect` (address, TCP and TLS with both certificates judged), `exchange` (request and whole answer), `receipt`.
        package let name: String
        /// Its time.
        package let elapsedSeconds: Double
        /// Our code when it failed.
        package let code: String?
    }

    /// What came of it.
    package struct Outcome: Sendable {
        /// The steps, up to the one that failed.
        package var stages: [Stage] = []
        /// Why the last one failed; nil when the receipt proved the message.
        package var failure: Failure?
        /// HTTP status of the answer.
        package var status: Int?
    }

    /// Why a step failed, in the words of its code.
    package struct Failure: Sendable {
        /// Stable code.
        package let code: String
        /// What is wrong.
        package let text: LocalText
        /// What to do.
        package let remedy: LocalText
        /// Circumstances; never content.
        package let detail: String?
    }

    let parts: GatewayParts
    let partner: Partner

    /// Prepares nothing yet.
    package init(parts: GatewayParts, partner: Partner) { (self.parts, self.partner) = (parts, partner) }

    /// The signed test message under the first agreement with the partner. Blocking.
    func request(at time: Date) throws(Refusal) -> OutboundPackager.PackagedMessage {
        let names = ServiceName(EBMSName.testService)
        var agreement = AS4Agreement(
            name: "ping", from: AS4Party(parts.ownParty, role: EBMSName.initiator), to: AS4Party(partner.party, role: EBMSName.responder),
            service: names, actions: [EBMSName.testAction])
        agreement.agreementRef = parts.configuration.agreements(with: partner.name).first?.agreementRef
        let id = "\(UUID().uuidString.lowercased())@\(parts.configuration.organisation.organisationsnummer).sluss"
        let message = UserMessage(testing: agreement, messageID: id, timestamp: time)
        let packager = try OutboundPackager(key: parts.keyring.as4Key, certificate: parts.keyring.as4Certificate)
        let scratch = MemoryScratch()
        do {
            return try packager.pack(message, payloads: [], scratch: scratch, into: scratch.makeSink())
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(GatewayCode.cannotStore)
        }
    }

    /// Sends it and judges the answer.
    package func run() async -> Outcome {
        var outcome = Outcome()
        let pool = BlockingPool(threadCount: 2)
        do {
            try await run(&outcome, pool)
        } catch let failure as Failure {
            outcome.failure = failure
        } catch {
            outcome.failure = Failure(Refusal(GatewayCode.cannotAnswer, detail: "\(type(of: error))"))
        }
        await pool.stop()
        return outcome
    }

    private func run(_ outcome: inout Outcome, _ pool: BlockingPool) async throws {
        let request = try await timed("sign", &outcome) { await Self.result { try await pool.run { try self.request(at: Date()) } } }
        var logger = Logger(label: "sluss")
        logger.logLevel = .critical
        let runtime = TransportRuntime(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, blockingPool: pool.threadPool, logger: logger)
        let tls = try TLSContexts(identity: GatewayDaemon.identity(parts), peers: GatewayDaemon.peers(parts), runtime: runtime)
        let timeout = parts.configuration.delivery.answerTimeout
        let clients = PartnerClients(tls: tls, current: CurrentParts(parts))
        guard let route = clients.route(to: partner.name) else { throw Failure(TransportFailure(.partnerUnknown, detail: partner.name)) }
        let connection = try await timed("connect", &outcome) {
            do throws(TransportFailure) {
                return .success(try await ClientConnection.open(route, tls: tls, before: .now() + TimeAmount(timeout)))
            } catch {
                return .failure(Failure(error))
            }
        }
        connection.close()
        let entity = AS4Entity(contentType: request.contentType, body: try request.body.bytes())
        let answer = try await timed("exchange", &outcome) {
            await clients.post(entity, to: partner.name, timeout: timeout).mapError(Failure.init)
        }
        await clients.close()
        outcome.status = answer.status
        _ = try await timed("receipt", &outcome) { await Self.result { try await pool.run { try judge(answer, request.sent) } } }
    }

    /// Blocking. Throws ``Failure`` for anything but a receipt that proves the message.
    private func judge(_ answer: HTTPAnswer, _ sent: SentMessage) throws {
        guard let type = answer.contentType, !answer.body.isEmpty else {
            throw Failure(.missingReceipt, detail: "HTTP \(answer.status)")
        }
        let entity = AS4Entity(contentType: type, body: answer.body)
        switch try SignalReader().read(entity, sent: sent, policy: parts.signers(of: partner), now: Date()) {
        case .receipt: return
        case .errors(let errors, let isTrusted):
            throw Failure(errors.first?.catalogued ?? .other, detail: isTrusted ? "signed by the partner" : "not signed by the partner")
        }
    }

    private static func result<Value: Sendable>(_ work: () async throws -> Value) async -> Result<Value, Failure> {
        do {
            return .success(try await work())
        } catch let failure as Failure {
            return .failure(failure)
        } catch let error as EBMSError {
            return .failure(Failure(error.refusal))
        } catch let refusal as Refusal {
            return .failure(Failure(refusal))
        } catch {
            return .failure(Failure(Refusal(GatewayCode.cannotAnswer, detail: "\(type(of: error))")))
        }
    }

    /// Times a step and notes it, failed or not. The step gives a result, because an async closure with a typed error damages its caller's frame
    /// (Swift 6.3.1).
    private func timed<Value: Sendable>(
        _ name: String, _ outcome: inout Outcome, _ step: () async -> Result<Value, Failure>
    ) async throws -> Value {
        let start = ContinuousClock.now
        let result = await step()
        let elapsed = (ContinuousClock.now - start).timeInterval
        switch result {
        case .success(let value):
            outcome.stages.append(Stage(name: name, elapsedSeconds: elapsed, code: nil))
            return value
        case .failure(let failure):
            outcome.stages.append(Stage(name: name, elapsedSeconds: elapsed, code: failure.code))
            throw failure
        }
    }
}

extension PartnerPing.Failure: Error {
    init(_ refusal: Refusal) {
        self.init(code: refusal.code, text: refusal.text, remedy: refusal.remedy, detail: refusal.detail)
    }

    init(_ code: EBMSCode, detail: String) {
        let text = FaultText.text(of: code.rawValue) ?? LocalText(sv: code.rawValue, en: code.rawValue)
        let remedy = LocalText(
            sv: "Be partnerns drift läsa sin logg; pröva ett fångat svar med sluss as4 check.",
            en: "Ask the partner's operators to read their log; judge a captured answer with sluss as4 check.")
        self.init(code: code.rawValue, text: text, remedy: remedy, detail: detail)
    }

    init(_ failure: TransportFailure) {
        let cause = failure.cause.map { "\($0.code) \($0.detail ?? "")" }
        let detail = [failure.detail, cause].compactMap { $0 }.joined(separator: ", ")
        self.init(code: failure.code, text: failure.text, remedy: failure.remedy, detail: detail.isEmpty ? nil : detail)
    }
}
