import Foundation
import Spooling

/// The end of a wait for a receipt: a message whose request was written whole, and whose receipt did not come until its limit, is tried again.
struct EndOfWait: Sendable {
    let spool: Spool

    /// Moves the message from `awaiting` to `deferred`, due at once, if its limit has passed. Blocking.
    ///
    /// - Parameter isDue: the lane's own clock, which never steps, says that the limit has passed.
    /// - Returns: whether this call moved it; false also when somebody else did, or holds it this moment.
    /// - Throws: ``SpoolError`` when the disk is in the way; the message waits as before then.
    func run(_ id: MessageID, at time: Date, isDue: Bool = false) throws(SpoolError) -> Bool {
        guard let entry = try spool.entry(id, in: .awaiting) else { return false }
        // The limit is on record, so that the schedule it was made by does not matter here.
        var machine = DeliveryMachine(entry, schedule: .standard)
        let actions = try machine.apply(.clock, at: isDue ? max(time, machine.dueAt ?? time) : time)
        guard machine.state != .awaiting else { return false }
        do throws(SpoolError) {
            _ = try spool.carryOut(actions, on: id, from: .awaiting)
        } catch {
            if error.code == .notThere || error.code == .busy { return false }
            throw error
        }
        return true
    }
}
