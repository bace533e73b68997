import Foundation
import TestSupport
import Testing

/// The whole program under faults. One test after the other: they measure times and load the machine.
@Suite("Faults", .serialized, .enabled(if: Binary.isBuilt, "the program sluss was not built"))
struct Faults {}

/// How much of a long test runs: a short form with every build, all of it when `SLUSS_FULL_FAULTS` is 1.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SLUSS_FULL_FAULTS"] == "1"

    static func rounds(quick: Int, full: Int) -> Int { isFull ? full : quick }

    /// At most `limit` numbers from 1 through `count`, evenly spread, the first and the last among them.
    static func numbers(through count: Int, limit: Int) -> [Int] {
        guard count > limit else { return count > 0 ? Array(1...count) : [] }
        guard limit > 1 else { return [(count + 1) / 2] }
        return (0..<limit).map { 1 + $0 * (count - 1) / (limit - 1) }
    }
}
