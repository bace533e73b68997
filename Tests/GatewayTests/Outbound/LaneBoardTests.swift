import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("What commands see of closed lanes")
struct LaneBoardTests {
    private let region: TestSide

    init() throws { region = try TestSide() }

    private func next(_ id: MessageID, at time: Date) throws -> Date? {
        try #require(try QueueFilter().reports(from: region.spools.outbound, now: time).first { $0.id == "\(id)" }).nextTryAt
    }

    @Test("The next try is the later of the message's own and the lane's; an open lane says nothing, and a start forgets")
    func nextTry() throws {
        let spool = region.spools.outbound
        let (waiting, deferred) = (try region.queue(), try region.queue())
        let now = Date().onMillisecond
        #expect(try spool.claim(deferred, from: .ready))
        let own = now.addingTimeInterval(60)
        try spool.move(deferred, from: .inflight, to: .deferred, record: HistoryRecord(at: now, event: .deferred) { $0.nextTryAt = own })
        #expect(try next(waiting, at: now) == nil && next(deferred, at: now) == own)

        let board = LaneBoard(of: spool)
        let lane = now.addingTimeInterval(600)
        board.note("kommun", closedUntil: lane)
        board.note("provkommun", closedUntil: now.addingTimeInterval(900))
        board.write()
        #expect(try next(waiting, at: now) == lane && next(deferred, at: now) == lane)
        #expect(try next(waiting, at: lane) == nil, "that time is over")
        board.note("kommun", closedUntil: now.addingTimeInterval(30))
        board.write()
        #expect(try next(deferred, at: now) == own, "its own time is later")
        board.note("kommun", closedUntil: nil)
        board.write()
        #expect(try next(waiting, at: now) == nil && LaneBoard.closed(in: spool, at: now).keys.sorted() == ["provkommun"])
        _ = LaneBoard(of: spool)
        #expect(LaneBoard.closed(in: spool, at: now).isEmpty)
    }
}
