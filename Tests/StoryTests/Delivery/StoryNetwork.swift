import CareMessages
import Foundation
import Spooling
import TestSupport

/// The region and two municipalities, each with its own gateway.
final class StoryNetwork: Sendable {
    private let folder: TemporaryFolder
    let region: StoryStation
    let kommun: StoryStation
    let neighbour: StoryStation

    /// Writes the configurations; nothing runs yet.
    init() throws {
        let folder = try TemporaryFolder("stories")
        let certificates = try DevelopmentPKI.shared()
        let ports = try [TestOrganisation.region, .kommun, .neighbour].map { ($0, try FreePort.next()) }
        let types = MessageType.allCases.map(\.rawValue)
        func station(_ own: Int, _ partners: [Int]) throws -> StoryStation {
            var writer = ConfigurationWriter(ports[own].0, certificates: certificates, port: ports[own].1)
            // Two stories begin with a placement message, which is off without this.
            writer.appendix = "placement_messages: { send: yes, receive: yes }"
            writer.partners = partners.map { index in
                var partner = ConfigurationWriter.Partner(ports[index].0, port: ports[index].1)
                (partner.send, partner.receive) = (types, types)
                return partner
            }
            return try StoryStation(writer, in: "\(folder.path)/\(ports[own].0.label)")
        }
        self.folder = folder
        (region, kommun, neighbour) = (try station(0, [1, 2]), try station(1, [0]), try station(2, [0]))
    }

    var stations: [StoryStation] { [region, kommun, neighbour] }

    func station(_ organisation: String) -> StoryStation? { stations.first { $0.organisation == organisation } }

    /// Submits and holds all that can be before anything is delivered, then starts the daemons and carries out the orders side by side: the
    /// first step of each, the second of each, and so on. After each round everything let go has been delivered, signed for and handed over.
    ///
    /// - Returns: how many copies were released or sent.
    func tell(_ runs: [(run: StoryRun, order: ReleaseOrder)]) async throws -> Int {
        let copies = try await submitEarly(runs)
        for station in stations { try await station.start() }
        for round in 0..<(runs.map(\.order.steps.count).max() ?? 0) {
            try await take(runs.filter { $0.order.steps.count > round }.map { ($0.run, $0.order.steps[round]) }, copies)
        }
        for station in stations { try await station.stop() }
        return runs.reduce(0) { $0 + $1.order.steps.count }
    }

    /// What can be submitted before anything is delivered, held, by sender; the three side by side.
    private func submitEarly(_ runs: [(run: StoryRun, order: ReleaseOrder)]) async throws -> [String: [ReleaseOrder.Step: MessageID]] {
        try await withThrowingTaskGroup(of: (String, [ReleaseOrder.Step: MessageID]).self) { group in
            for station in stations {
                let early = runs.flatMap { pair in
                    pair.run.messages.filter {
                        $0.envelope.sender.organisationsnummer == station.organisation && ReleaseOrder.isHeld($0, pair.run)
                    }
                }
                guard !early.isEmpty else { continue }
                group.addTask {
                    try await station.send(early)
                    return (station.organisation, try station.holdAll())
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func take(_ steps: [(run: StoryRun, step: ReleaseOrder.Step)], _ copies: [String: [ReleaseOrder.Step: MessageID]]) async throws
    {
        for station in stations {
            let own = steps.filter { pair in
                pair.run.message(pair.step.message)?.envelope.sender.organisationsnummer == station.organisation
            }
            let released = own.filter { if case .release = $0.step { true } else { false } }.map(\.step)
            let ids = released.compactMap { copies[station.organisation]?[$0] }
            guard ids.count == released.count else { throw SupportFailure("a copy to release was never submitted") }
            if !ids.isEmpty { try station.release(ids) }
            let sent = own.compactMap { pair in if case .send(let id) = pair.step { pair.run.message(id) } else { nil } }
            guard !sent.isEmpty else { continue }
            try await station.drop(sent)
            try station.releaseAll(of: sent.filter { $0.patient?.isProtected == true }.map(\.envelope.messageID))
        }
        guard try await eventually(within: .seconds(600), every: .milliseconds(10), { stations.allSatisfy(\.isDrained) }) else {
            throw SupportFailure("a round was not delivered in time")
        }
    }
}

extension ReleaseOrder.Step {
    /// The message it is about.
    var message: String {
        switch self {
        case .release(let message, _), .send(let message): message
        }
    }
}
