import CareMessages
import Foundation
import Gateway
import Spooling
import Synchronization
import TestSupport

/// One organisation's gateway: its folder, its daemon, and what its spool has.
final class StoryStation: Sendable {
    let organisation: String
    let folder: String
    private let configuration: String
    private let daemon = Mutex<RunningGateway?>(nil)
    /// Copies that ``holdAll()`` has told of; most of a run's, so that looking for others opens few envelopes.
    private let early = Mutex<Set<MessageID>>([])

    init(_ writer: ConfigurationWriter, in folder: String) throws {
        organisation = writer.organisation.organisationsnummer
        self.folder = folder
        configuration = try writer.write(to: folder)
    }

    func start() async throws {
        let gateway = try await RunningGateway(configuration: configuration, log: folder + "/daemon.log")
        daemon.withLock { $0 = gateway }
    }

    func stop() async throws {
        try await daemon.withLock { $0 }?.stop()
        daemon.withLock { $0 = nil }
    }

    // MARK: Submitting

    /// Submits with the command, in order, while no daemon runs; what is refused fails.
    func send(_ messages: [CareMessage]) async throws {
        try FileManager.default.createDirectory(atPath: folder + "/outbox", withIntermediateDirectories: true)
        let files = try messages.enumerated().map { index, message in
            let path = "\(folder)/outbox/\(index).xml"
            try Data(MessageWriter.bytes(message)).write(to: URL(filePath: path))
            return path
        }
        let result = try await Binary.tool().run(["send", "--config", configuration] + files, timeout: .seconds(1_200))
        guard result.isSuccess else { throw SupportFailure("sluss send ended with \(result.exitCode):\n\(result.errorText.suffix(2_000))") }
    }

    /// Leaves messages in the drop folder of the running daemon and waits until all are taken.
    func drop(_ messages: [CareMessage]) async throws {
        for message in messages {
            let path = "\(folder)/submit/\(message.envelope.messageID).xml"
            try Data(MessageWriter.bytes(message)).write(to: URL(filePath: path + ".part"))
            try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        }
        for message in messages {
            let answer = "\(folder)/submit/\(message.envelope.messageID)"
            let isTaken = try await eventually(within: .seconds(300), every: .milliseconds(5)) {
                if let refusal = FileManager.default.contents(atPath: answer + ".refused.json") {
                    throw SupportFailure("refused: \(String(decoding: refusal, as: UTF8.self))")
                }
                return FileManager.default.fileExists(atPath: answer + ".accepted.json")
            }
            guard isTaken else { throw SupportFailure("\(message) was not taken") }
        }
    }

    // MARK: The spool

    private func spools() throws -> Spools { try Spools(root: folder + "/spool", create: false) }

    /// The copies that wait, whatever holds them, by message and receiver; all of them are held from here on.
    func holdAll() throws -> [ReleaseOrder.Step: MessageID] {
        let outbound = try spools().outbound
        for id in try outbound.list(.ready) { try move(id, from: .ready, to: .held, .held, outbound) }
        let copies = try held(outbound)
        early.withLock { $0.formUnion(copies.values) }
        return copies
    }

    /// Lets copies go, as an operator does; of a message about a protected person, another one than who submitted it.
    func release(_ ids: [MessageID]) throws {
        let outbound = try spools().outbound
        for id in ids { try move(id, from: .held, to: .ready, .released, outbound) }
    }

    /// Lets go what was held when it was submitted: messages about a protected person, where the gateway keeps them for a second person.
    func releaseAll(of messages: [String]) throws {
        let outbound = try spools().outbound
        let ids = try held(outbound).filter { step, _ in
            if case .release(let message, _) = step { messages.contains(message) } else { false }
        }
        try release(Array(ids.values))
    }

    private func held(_ outbound: Spool) throws -> [ReleaseOrder.Step: MessageID] {
        var copies: [ReleaseOrder.Step: MessageID] = [:]
        let known = early.withLock { $0 }
        for id in try outbound.list(.held) where !known.contains(id) {
            guard let attributes = try outbound.envelope(of: id, in: .held)?.attributes, let message = attributes[.businessMessageID],
                let receiver = attributes[.finalRecipient]
            else { continue }
            copies[.release(message: message, to: receiver)] = id
        }
        return copies
    }

    private func move(_ id: MessageID, from: SpoolState, to: SpoolState, _ event: HistoryRecord.Event, _ spool: Spool) throws {
        try spool.move(id, from: from, to: to, record: HistoryRecord(at: Date(), event: event) { $0.actor = "second-person" })
    }

    /// Whether nothing is under way: what is not held has been delivered, and what came has been handed over.
    var isDrained: Bool {
        ["ready", "inflight", "awaiting", "deferred", "incoming"].allSatisfy {
            isEmpty("spool/outbound/\($0)") && isEmpty("spool/inbound/\($0)")
        }
    }

    private func isEmpty(_ name: String) -> Bool {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []).allSatisfy { $0.hasPrefix(".") }
    }

    /// How many copies have failed.
    var failures: Int { ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/spool/outbound/failed")) ?? []).count }

    /// Every case as `sluss case` makes it: from the index of the spools, or, without one, from their envelopes.
    func cases() throws -> CaseCollection { CaseCollection(try spools().ledgerLines()) }

    /// Removes the index that the daemon kept.
    func loseIndex() throws { try FileManager.default.removeItem(atPath: folder + "/spool/ledger.index") }

    /// The ids of the messages that came over the wire, in the order of their arrival.
    func arrivals() throws -> [String] {
        let inbound = try spools().inbound
        let ids = try SpoolState.allCases.filter { $0 != .incoming && $0 != .corrupt }.flatMap { state in
            try inbound.list(state).map { ($0, try inbound.envelope(of: $0, in: state)) }
        }
        return ids.filter { $0.1?.partner != Spools.localPartner }.sorted { $0.0 < $1.0 }.compactMap {
            $0.1?.attributes[.businessMessageID]
        }
    }

    /// The types of the messages handed over to the organisation's own system, by case.
    func handedOver() throws -> [String: [String]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/inbox").filter { $0.hasSuffix(".xml") }
        return try names.reduce(into: [:]) { found, name in
            let text = String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/inbox/\(name)")), as: UTF8.self)
            guard let caseID = text.firstMatch(of: /Arendeid>([^<]*)/)?.1, let type = text.firstMatch(of: /Meddelandetyp>([^<]*)/)?.1 else {
                throw SupportFailure("no envelope in \(name)")
            }
            found[String(caseID), default: []].append(String(type))
        }
    }
}
