import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// The 36 assertions of the European Commission's AS4 conformance test list, in own words, each exercised on real bytes. What needs a clock,
/// a spool or a connection (retries, keeping a message for its producer) is exercised here as far as bytes go.
@Suite("eDelivery AS4 conformance assertions")
struct ConformanceTests {
    @Test("Each assertion holds", arguments: Conformance.assertions)
    func holds(_ assertion: Conformance.Assertion) throws {
        try assertion.check(try Conformance.Bench(Sides.shared.get()))
    }

    @Test("The table has all 36 assertions, each once")
    func complete() {
        let skipped: Set = [11, 18, 20, 39, 40, 41, 42, 43, 44]
        let expected = (1...45).filter { !skipped.contains($0) }
        #expect(Conformance.assertions.map(\.number) == expected && expected.count == 36)
    }
}
