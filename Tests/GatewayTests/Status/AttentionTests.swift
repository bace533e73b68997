import Foundation
import Spooling
import Testing

@testable import Gateway

@Suite("What needs a person")
struct AttentionTests {
    @Test("A message that has waited for an hour does; before that it does not, and a delivered one never")
    func late() throws {
        let region = try TestSide()
        let start = Date()
        let id = try region.queue()
        func kinds(after seconds: Double) throws -> [String] {
            try StatusReport(region.parts, spools: region.spools, at: start.addingTimeInterval(seconds)).attention.map(\.kind)
        }
        #expect(try !kinds(after: 3_590).contains("messages_late"))
        #expect(try kinds(after: 3_660).contains("messages_late"))
        try region.spools.outbound.move(id, from: .ready, to: .cancelled, record: HistoryRecord(at: start, event: .cancelled))
        #expect(try !kinds(after: 90_000).contains("messages_late"))
    }
}
