import Foundation
import TestSupport
import Testing

/// A region and a kommun that talk to each other, as two folders and two programs.
final class Exchange: Sendable {
    let folder: TemporaryFolder
    let region: Station
    let kommun: Station
    /// Where the kommun listens.
    let kommunPort: Int

    /// Writes the configurations; nothing runs yet. `parent` is where the folder is made, when not among the other temporary ones.
    init(_ label: String, under parent: String? = nil, _ change: (inout GatewayPair) throws -> Void = { _ in }) throws {
        folder = try TemporaryFolder(label, under: parent)
        var pair = try GatewayPair(in: folder.path, certificates: .shared())
        try change(&pair)
        let files = try pair.write()
        kommunPort = pair.kommun.port ?? 0
        region = Station(folder: pair.regionFolder, configuration: files.region)
        kommun = Station(folder: pair.kommunFolder, configuration: files.kommun)
    }

    /// Starts both daemons.
    func start() async throws {
        async let first: Void = region.start()
        async let second: Void = kommun.start()
        _ = try await (first, second)
    }

    /// Stops both daemons.
    func stop() async throws {
        async let first = region.stop()
        async let second = kommun.stop()
        _ = try await (first, second)
    }

    /// True when everything that was submitted has been delivered, signed for and handed over.
    var isDrained: Bool {
        let taken = (try? FileManager.default.contentsOfDirectory(atPath: region.folder + "/spool/taken")) ?? []
        let dropped = (try? FileManager.default.contentsOfDirectory(atPath: region.folder + "/submit")) ?? []
        return taken.isEmpty && !dropped.contains { $0.hasSuffix(".xml") } && region.outstanding == 0
            && ["incoming", "ready", "inflight", "deferred"].allSatisfy { kommun.messages("inbound", $0).isEmpty }
    }

    /// Waits until ``isDrained``; false when that takes too long.
    func drain(within limit: Duration = .seconds(60)) async throws -> Bool {
        try await eventually(within: limit, every: .milliseconds(10)) { isDrained }
    }

    /// Compares what was acknowledged with what lies in the hand-over folder.
    func count(_ acknowledged: some Sequence<String>) throws -> Tally {
        try Tally(acknowledged, in: kommun)
    }
}

/// What a run of faults came to.
struct Tally: CustomStringConvertible {
    var crashes = 0
    /// Messages whose submitter was told that they were taken.
    var acknowledged = 0
    /// Acknowledged messages that the receiver never got.
    var lost = 0
    /// Messages that the receiver got more than once.
    var doubled = 0
    /// Messages that the receiver got and nobody was told of.
    var foreign = 0

    var description: String { "\(crashes) crashes, \(acknowledged) acknowledged, \(lost) lost, \(doubled) doubled" }
}

extension Tally {
    /// Compares what was acknowledged with what lies in a station's hand-over folder.
    init(_ acknowledged: some Sequence<String>, in station: Station) throws {
        let copies = try station.copies()
        let expected = Set(acknowledged)
        (self.acknowledged, lost) = (expected.count, expected.count { copies[$0] == nil })
        (doubled, foreign) = (copies.count { $0.value > 1 }, copies.keys.count { !expected.contains($0) })
    }
}
