import AS4
import Documents
import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Judging an answer")
struct JudgeAnswerTests {
    private let region: TestSide
    private let kommun: TestSide
    private let prepared: PreparedDelivery
    private let receipt: HTTPAnswer

    init() throws {
        region = try TestSide()
        kommun = try TestSide(.kommun)
        prepared = try region.prepared(try region.queue())
        receipt = kommun.answer(prepared.request)
    }

    private func verdict(_ answer: HTTPAnswer) -> JudgeAnswer.Verdict {
        JudgeAnswer(parts: region.parts).run(answer, to: prepared, at: Date())
    }

    /// `receipt`, `invalid CODE`, `later CODE`, `final CODE`, `missing CODE`, `known CODE` or `claimed CODE`.
    private func word(_ answer: HTTPAnswer) -> String {
        switch verdict(answer) {
        case .receipt: "receipt"
        case .invalid(let fault): "invalid \(fault.code)"
        case .missing(let fault): "missing \(fault.code)"
        case .known(let fault, let isProven): "\(isProven ? "known" : "claimed") \(fault.code)"
        case .refused(let fault, let isPermanent): "\(isPermanent ? "final" : "later") \(fault.code)"
        }
    }

    private func signal(_ error: EBMSError, by side: TestSide, about reference: String?) throws -> HTTPAnswer {
        let answer = AnswerPeer(parts: side.parts).refusal(error, to: reference, at: Date())
        return HTTPAnswer(status: 200, contentType: answer.entity.contentType, body: answer.entity.body)
    }

    private var messageID: String { prepared.entry.envelope.attributes[.as4MessageID] ?? "" }

    @Test("The partner's receipt counts, whatever the status, and is kept as it came")
    func counts() {
        for status in [200, 202, 500] {
            guard case .receipt(let entity) = verdict(HTTPAnswer(status: status, contentType: receipt.contentType, body: receipt.body))
            else {
                Issue.record("status \(status): \(receipt.text)")
                continue
            }
            #expect(entity.bytes == receipt.body)
        }
    }

    @Test("No receipt, no delivery: after a success without one the partner may have it, after anything else it is tried again")
    func noReceipt() {
        let type = "application/soap+xml; charset=UTF-8"
        let answers = [
            HTTPAnswer(status: 200), HTTPAnswer(status: 204), HTTPAnswer(status: 200, contentType: type),
            HTTPAnswer(status: 200, contentType: "text/html", body: Array("<html>OK</html>".utf8)), HTTPAnswer(status: 404, body: [0x20]),
            HTTPAnswer(status: 503, contentType: "text/plain", body: Array("R007".utf8)),
            HTTPAnswer(status: 200, contentType: type, body: [0, 1, 2]),
        ]
        for answer in answers {
            let expected = answer.status < 300 ? "missing EBMS:0301" : "later EBMS:0301"
            #expect(word(answer) == expected, "\(answer.status) \(answer.contentType ?? "-")")
        }
    }

    @Test("A partner that answers a repetition with an error of its own has the message; only its signature proves it")
    func duplicate() throws {
        let signed = try signal(EBMSError(.other, Refusal(GatewayCode.onePayload)), by: kommun, about: messageID)
        for code in ["EBMS:4001", "PHASE4_DUPLICATE"] {
            let text = signed.text.replacing("EBMS:0004", with: code)
            #expect(text != signed.text)
            #expect(word(HTTPAnswer(status: 200, contentType: signed.contentType, body: Array(text.utf8))).hasPrefix("claimed "), "\(code)")
        }
    }

    @Test("A receipt that was altered, is another message's or another's, proves nothing")
    func proofless() throws {
        let altered = receipt.text.replacing("NonRepudiationInformation", with: "NonRepudiationInformatioN")
        #expect(word(HTTPAnswer(status: 200, contentType: receipt.contentType, body: Array(altered.utf8))) != "receipt")
        let otherMessage = kommun.answer(try region.request())
        #expect(word(otherMessage) == "invalid EBMS:0302")
        let neighbour = try TestSide(.neighbour)
        let byOther = try SignalWriter(key: neighbour.parts.keyring.as4Key, certificate: neighbour.parts.keyring.as4Certificate)
        let step = VerifyReceived(parts: kommun.parts, scratch: MemoryScratch())
        guard case .user(let received) = try step.run(prepared.request, from: "region", at: Date()) else {
            Issue.record("not a message")
            return
        }
        let entity = try byOther.receipt(for: received, messageID: "r@x", now: Date())
        #expect(word(HTTPAnswer(status: 200, contentType: entity.contentType, body: entity.body)) == "invalid EBMS:0302")
    }

    @Test("An error is final when the partner signed it, it is about this message and no repetition cures it")
    func errors() throws {
        let neighbour = try TestSide(.neighbour)
        let mismatch = EBMSError(.processingModeMismatch, Refusal(GatewayCode.noAgreement))
        #expect(word(try signal(mismatch, by: kommun, about: messageID)) == "final EBMS:0010")
        #expect(word(try signal(mismatch, by: neighbour, about: messageID)) == "later EBMS:0010", "anybody could have written it")
        #expect(word(try signal(mismatch, by: kommun, about: "other@x")) == "later EBMS:0010", "not about this message")
        let full = EBMSError(.deliveryFailure, Refusal(GatewayCode.cannotStore))
        #expect(word(try signal(full, by: kommun, about: messageID)) == "later EBMS:0202", "the disk will have room again")
        let signed = try signal(mismatch, by: kommun, about: messageID)
        #expect(
            word(HTTPAnswer(status: 500, contentType: signed.contentType, body: signed.body)) == "later EBMS:0010", "a server in trouble")
    }

    @Test("A partner that does not serve the receiver says so in the words of SDK, and that is final")
    func notServiced() throws {
        let own = EBMSError(.other, Refusal(GatewayCode.notServiced)).notServiced
        let answers = [
            (try signal(own, by: kommun, about: messageID), "R004 NOT_SERVICED"),
            (try signal(EBMSError(.other, Refusal(GatewayCode.notServiced)), by: kommun, about: messageID), "R004"),
        ]
        for (answer, reason) in answers {
            guard case .refused(let fault, let isPermanent) = verdict(answer) else {
                Issue.record("not refused")
                continue
            }
            #expect(isPermanent && fault.code == "EBMS:0004" && fault.reason == reason)
        }
        // In another product's words, beside which nothing is kept.
        let text = answers[0].0.text.replacing("R004 NOT_SERVICED", with: "PEPPOL:NOT_SERVICED 201203159809 unknown")
        guard case .refused(let fault, _) = verdict(HTTPAnswer(status: 200, contentType: receipt.contentType, body: Array(text.utf8)))
        else {
            Issue.record("not refused")
            return
        }
        #expect(fault.code == "EBMS:0004" && fault.reason == "NOT_SERVICED")
    }

    @Test("Of a partner's words only code and place are kept")
    func words() throws {
        let place = Place(path: "/sam:Inskrivningsmeddelande/sam:Patient", line: 40)
        let error = EBMSError(.other, Refusal(GatewayCode.onePayload, at: place))
        guard case .refused(let fault, _) = verdict(try signal(error, by: kommun, about: messageID)) else {
            Issue.record("not refused")
            return
        }
        #expect(fault.reason?.contains("R005 at /sam:Inskrivningsmeddelande/sam:Patient line 40") == true, "\(fault.reason ?? "")")
        let text = try signal(error, by: kommun, about: messageID).text.replacing("R005 at", with: "patient 191212121212 at")
        let spoiled = HTTPAnswer(status: 200, contentType: receipt.contentType, body: Array(text.utf8))
        guard case .refused(let other, let isPermanent) = verdict(spoiled) else {
            Issue.record("not refused")
            return
        }
        #expect(!isPermanent && other.reason?.contains("1912") != true, "\(other.reason ?? "")")
    }
}
