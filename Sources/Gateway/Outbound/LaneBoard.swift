import Foundation
import Spooling
import Synchronization

/// Tells commands which partners' lanes are closed, and until when: in `lanes.json` beside the states of the outbound spool.
///
/// A message's own record says when it was to be tried; while the lane is closed nothing is, and the later of the two is the true next try.
/// The file is a hint for people. A daemon that starts begins with open lanes and without it.
final class LaneBoard: Sendable {
    private static let name = "lanes.json"

    private let path: String
    private let closed = Mutex<[String: Date]>([:])
    private let writing = Mutex(())

    init(of spool: Spool) {
        path = "\(spool.root)/\(Self.name)"
        try? FileSystem.remove(path)
    }

    /// Remembers that a lane is closed until an instant, or open (nil). ``write()`` shows it.
    func note(_ partner: String, closedUntil: Date?) { closed.withLock { $0[partner] = closedUntil } }

    /// Puts what is known now into the file; a file that cannot be written tells less. Blocking.
    func write() {
        writing.withLock { _ in
            let now = closed.withLock { $0 }
            guard let bytes = try? JSONReport.line(now) else { return }
            try? FileSystem.writeDurably(bytes, to: path)
        }
    }

    /// The partners whose lanes are closed at `time`, with the instant until when. Blocking.
    static func closed(in spool: Spool, at time: Date) -> [String: Date] {
        guard let bytes = try? FileSystem.read("\(spool.root)/\(name)", limit: 1 << 20),
            let texts = try? JSONDecoder().decode([String: String].self, from: Data(bytes))
        else { return [:] }
        return texts.compactMapValues(Timestamps.date).filter { $0.value > time }
    }
}
