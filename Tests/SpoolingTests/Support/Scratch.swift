import Foundation
import Glibc
import Spooling

/// A folder of its own for a test, removed with it.
final class Scratch: Sendable {
    let path: String

    /// In memory where that is to be had: loops over kills and failed calls need system calls, not a disk, and are ten times faster there.
    init(inMemory: Bool = false) {
        let memory = "/dev/shm"
        let parent = inMemory && access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
        var template = Array((parent + "/spool-XXXXXX").utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var root: String { path + "/spool" }

    /// A spool in it, without the reserve of the defaults.
    func spool(_ change: (inout SpoolOptions) -> Void = { _ in }) throws -> Spool {
        var options = SpoolOptions()
        options.minimumFreeBytes = 0
        options.minimumFreeInodes = 0
        change(&options)
        return try Spool(root: root, create: true, options: options)
    }

    func file(_ state: SpoolState, _ id: MessageID, _ name: String) -> String { "\(root)/\(state.rawValue)/\(id)/\(name)" }
    func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
    func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
    func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
    func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }
}

/// splitmix64: the same numbers on every run.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// What the tests put into a spool.
enum Sample {
    static let noon = SpoolTime.date("2026-03-01T12:00:00.000Z")!
    static let body = Array("<m:Inskrivningsmeddelande/>".utf8)
    static let receipt = StoredReceipt(contentType: "application/soap+xml; charset=UTF-8", bytes: Array("<receipt/>\n\u{0}tail".utf8))
    static let request = StoredEntity(contentType: "multipart/related; boundary=\"x\"", bytes: Array("--x\r\n\r\nbytes\r\n--x--".utf8))

    static func id(at date: Date = noon) -> MessageID {
        var random = SystemRandomNumberGenerator()
        return .make(at: date, random: &random)
    }

    static func envelope(_ id: MessageID = id(), at date: Date = noon) -> Envelope {
        var envelope = Envelope(id: id, createdAt: date, type: "M01", partner: "exempelkommun")
        envelope.attributes = ["as4_message_id": "m@example", "conversation_id": "c"]
        return envelope
    }

    static func submitted(at date: Date = noon) -> HistoryRecord { HistoryRecord(at: date, event: .submitted) { $0.actor = "test" } }

    static func deferred(_ attempt: Int, next: Date = noon) -> HistoryRecord {
        HistoryRecord(at: noon, event: .deferred) {
            ($0.attempt, $0.outcome, $0.code, $0.nextTryAt) = (attempt, .temporaryFailure, "connection-refused", next)
            $0.reason = "connection refused"
        }
    }

    static func reception(_ key: String, id: MessageID = id()) -> Reception {
        Reception(body: body, envelope: envelope(id), receipt: receipt, duplicateKey: key)
    }
}

extension Spool {
    /// A message put into any state along the legal ways.
    func put(in state: SpoolState) throws -> MessageID {
        let id = try submit(body: Sample.body, envelope: Sample.envelope(), record: Sample.submitted()).id
        let act = HistoryRecord(at: Sample.noon, event: .held) { $0.actor = "test" }
        switch state {
        case .ready: break
        case .held, .cancelled: try move(id, from: .ready, to: state, record: act)
        case .inflight: try expectSetUp(try claim(id, from: .ready))
        case .incoming, .corrupt: throw SpoolTestFault.noWay
        case .awaiting, .deferred, .done, .failed:
            try expectSetUp(try claim(id, from: .ready))
            try move(id, from: .inflight, to: state, record: Sample.deferred(1))
        }
        return id
    }

    /// The states in which a message lies, seen from the folders.
    func places(of id: MessageID) throws -> [SpoolState] { try SpoolState.allCases.filter { try list($0).contains(id) } }
}

enum SpoolTestFault: Error { case noWay }

/// A claim that must succeed for the set-up to mean anything.
func expectSetUp(_ condition: Bool) throws { if !condition { throw SpoolTestFault.noWay } }
