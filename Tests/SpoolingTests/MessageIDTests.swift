import Foundation
import Spooling
import Testing

@Suite struct MessageIDTests {
    @Test("An id is 26 lower-case Crockford characters and reads back")
    func form() {
        var random = SeededRandom(1)
        for _ in 0..<1_000 {
            let id = MessageID.make(at: Sample.noon, random: &random)
            #expect(id.description.count == 26)
            #expect(id.description.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
            #expect(MessageID(id.description) == id)
            #expect(id.madeAt == Sample.noon)
        }
    }

    @Test("A known ULID has its known time", arguments: [("01arz3ndektsv4rrffq69g5fav", 1_469_922_850_259.0)])
    func known(text: String, milliseconds: Double) throws {
        let id = try #require(MessageID(text))
        #expect(abs(id.madeAt.timeIntervalSince1970 * 1_000 - milliseconds) < 0.5)
        #expect(id.description == text)
    }

    @Test("Ids sort by time, as values and as text")
    func order() {
        var random = SeededRandom(2)
        let ids = (0..<500).map { MessageID.make(at: Sample.noon.addingTimeInterval(Double($0) / 1_000), random: &random) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test(
        "What is no id never becomes a file name",
        arguments: [
            "", ".", "..", "../../etc/passwd", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fa", "01arz3ndektsv4rrffq69g5favx",
            "81arz3ndektsv4rrffq69g5fav", "01arz3ndektsv4rrffq69g5fai", "01arz3ndektsv4rrffq69g5fa/", "01arz3ndektsv4rrffq69g5fa\u{0}", "å",
        ])
    func refused(text: String) { #expect(MessageID(text) == nil) }

    @Test("Times outside the 48 bits do not trap")
    func extremes() {
        var random = SeededRandom(3)
        #expect(MessageID.make(at: .distantPast, random: &random).madeAt == Date(timeIntervalSince1970: 0))
        #expect(MessageID(MessageID.make(at: .distantFuture, random: &random).description) != nil)
    }
}
