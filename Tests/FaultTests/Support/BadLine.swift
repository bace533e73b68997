import Foundation
import Glibc
import Synchronization
import TestSupport

/// The network between the two gateways: a TCP relay that fails in a chosen way.
///
/// What crosses it is TLS, so it cannot see where a request ends. It takes what flows to the sender, after more has flowed from it than a
/// handshake needs, for the beginning of an answer.
final class BadLine: Sendable {
    /// How the line behaves towards new bytes of any connection.
    enum Fault: Sendable, Equatable {
        case none
        /// Both ends are cut off where an answer begins, every second time, as long as there are cuts left. Not every time, or the sender
        /// takes the partner for dead and knocks once in a while only.
        case cutsAnswers(Int)
        /// Both ends are cut off in the middle of a request, as long as there are cuts left.
        case cutsRequests(Int)
        /// Answers vanish; the connection stays open.
        case losesAnswers
        /// Everything takes this long for each kilobyte.
        case slow(milliseconds: UInt32)
    }

    private struct State {
        var fault = Fault.none
        var cuts = 0
        var answers = 0
        var open: Set<Int32> = []
    }

    /// More bytes than a client's handshake, fewer than a handshake and a request.
    private static let handshake = 6_000

    private let target: Int
    private let state = Mutex(State())
    private let listening = Mutex<Listening?>(nil)

    /// A line from `port` to `target`, both on this machine, without a fault.
    init(from port: Int, to target: Int) throws {
        self.target = target
        let listening = try Listening(port: port) { [weak self] in self?.relay($0) }
        self.listening.withLock { $0 = listening }
    }

    deinit { listening.withLock { $0?.stop() } }

    var fault: Fault {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    /// How often the line was cut.
    var cuts: Int { state.withLock { $0.cuts } }

    /// Cuts every connection.
    func cutAll() { state.withLock { for descriptor in $0.open { shutdown(descriptor, Int32(SHUT_RDWR)) } } }

    private func relay(_ sender: Int32) {
        guard let receiver = Listening.connection(to: target) else {
            close(sender)
            return
        }
        state.withLock { $0.open.formUnion([sender, receiver]) }
        let sent = Counter()
        let ends = Counter()
        for (from, to, isAnswer) in [(sender, receiver, false), (receiver, sender, true)] {
            Thread.detachNewThread { [self] in
                pump(from, to, isAnswer: isAnswer, sent)
                for descriptor in [from, to] { shutdown(descriptor, Int32(SHUT_RDWR)) }
                // The last of the two threads gives the descriptors back.
                if ends.add(1) == 2 {
                    state.withLock { $0.open.subtract([sender, receiver]) }
                    for descriptor in [sender, receiver] { close(descriptor) }
                }
            }
        }
    }

    private func pump(_ from: Int32, _ to: Int32, isAnswer: Bool, _ sent: Counter) {
        var buffer = [UInt8](repeating: 0, count: 1_024)
        // An answer is known by how much had been sent before it.
        var answered = 0
        while true {
            let count = read(from, &buffer, buffer.count)
            guard count > 0 else { return }
            let isPastHandshake = (isAnswer ? sent.value : sent.add(count)) > Self.handshake
            switch fault {
            case .cutsAnswers where isAnswer && isPastHandshake && sent.value != answered:
                answered = sent.value
                if takesCut() { return }
            case .cutsRequests where !isAnswer && isPastHandshake: if takesCut() { return }
            case .losesAnswers where isAnswer && isPastHandshake: continue
            case .slow(let milliseconds): usleep(milliseconds * 1_000)
            default: break
            }
            var done = 0
            while done < count {
                let written = buffer.withUnsafeBytes { send(to, $0.baseAddress?.advanced(by: done), count - done, Int32(MSG_NOSIGNAL)) }
                guard written > 0 else { return }
                done += written
            }
        }
    }

    /// True when this connection is to be cut now.
    private func takesCut() -> Bool {
        state.withLock { state in
            switch state.fault {
            case .cutsAnswers(let left) where left > 0:
                state.answers += 1
                guard !state.answers.isMultiple(of: 2) else { return false }
                state.fault = .cutsAnswers(left - 1)
            case .cutsRequests(let left) where left > 0: state.fault = .cutsRequests(left - 1)
            default: return false
            }
            state.cuts += 1
            return true
        }
    }
}

/// A number that several threads add to.
private final class Counter: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .sequentiallyConsistent) }

    func add(_ count: Int) -> Int { number.add(count, ordering: .sequentiallyConsistent).newValue }
}
