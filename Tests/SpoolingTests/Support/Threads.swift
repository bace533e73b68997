import Dispatch
import Foundation
import Synchronization

/// Plain threads: the spool blocks, so it must not run on Swift's cooperative pool.
enum Threads {
    /// Runs `body` on `count` threads and returns when all are done.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            let thread = Thread {
                body(number)
                group.leave()
            }
            thread.start()
        }
        group.wait()
    }
}

/// A value two threads hand over; the semaphore between them orders the accesses.
final class Box<Value: Sendable>: Sendable {
    private let stored: Mutex<Value>
    init(_ value: Value) { stored = Mutex(value) }
    var value: Value {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }

    /// Adds to a list in one step.
    func add<Element>(_ element: Element) where Value == [Element] { stored.withLock { $0.append(element) } }
}
