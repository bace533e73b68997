import CareMessages
import Documents
import Foundation
import Testing

@Suite("State of payment")
struct PaymentStateTests {
    @Test("The state follows from the messages", arguments: PaymentCases.all)
    func verdict(_ row: PaymentCase) {
        #expect(PaymentCase.text(row.state?.verdict) == row.expected)
    }

    @Test("Every reason is in the table", arguments: PaymentReason.allCases)
    func everyReason(_ reason: PaymentReason) {
        let word = reason.isBlocking ? "blocked" : "doubt"
        #expect(PaymentCases.all.contains { $0.expected.hasPrefix(word) && $0.expected.contains(reason.rawValue) })
    }

    @Test("Every reason says why, on what provision, and of a doubt that it is a reading", arguments: PaymentReason.allCases)
    func texts(_ reason: PaymentReason) {
        let others = PaymentReason.allCases.filter { $0 != reason }
        #expect(!others.contains { $0.text.sv == reason.text.sv || $0.text.en == reason.text.en })
        #expect(reason.law.hasPrefix("Lag (2017:612) "))
        #expect(reason.text.sv.contains("Läsning, inte lagtext") != reason.isBlocking)
        #expect(reason.text.en.contains("A reading, not the wording of the law") != reason.isBlocking)
    }

    @Test("The state names the messages it rests on")
    func basis() throws {
        let state = try #require(PaymentCase("", PaymentCases.whole, "").state)
        #expect(
            state.basis.map { "\($0.part.rawValue) \($0.messageID)" } == [
                "admission m01", "notice m05", "call m08", "openCare m05", "departure m13",
            ])
        #expect(state.basis.last?.at == Told.at("2026-09-24T13:30:00+02:00"))
        #expect(state.payer == "0382")
        #expect(state.waitingDays == 6)
    }

    @Test("A withdrawn notice is named with what withdrew it, and the days before are told apart from the verdict")
    func earlierPeriods() throws {
        let told = [PaymentCases.admitted, PaymentCases.ready, PaymentCases.call, .m06("2026-09-24T15:30:00+02:00")]
        let state = try #require(PaymentCase("", told, "").state)
        #expect(state.verdict == .blocked([.noticeWithdrawn]))
        #expect(state.basis.map(\.messageID) == ["m01", "m06"])
        #expect(state.waitingDays == nil)
        let period = try #require(state.earlierPeriods.first)
        #expect(state.earlierPeriods.count == 1)
        #expect(period.from == Told.day("2026-09-21"))
        #expect(period.days == 3)
    }

    @Test("A notice withdrawn before liability leaves no earlier period")
    func noEarlierPeriod() throws {
        let told = [PaymentCases.admitted, PaymentCases.ready, .m06("2026-09-21T08:00:00+02:00"), PaymentCases.renewed]
        #expect(try #require(PaymentCase("", told, "").state).earlierPeriods.isEmpty)
    }

    @Test("An average model says that nothing follows for one patient, and names its level")
    func average() throws {
        let row = PaymentCase("", PaymentCases.whole, "").with { $0.agreement.model = .average(level: 3.5) }
        guard case .estimate(let estimate) = try #require(row.state).verdict else {
            Issue.record("no estimate")
            return
        }
        #expect(estimate.days == 3)
        #expect(estimate.kronor == nil)
        #expect(estimate.note.en.contains("3.5"))
        #expect(estimate.note != RegionalAgreement.Model.statutory.note)
    }
}
