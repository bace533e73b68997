import AS4
import Documents
import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("ebMS errors")
struct EBMSErrorTests {
    /// Both sides, and a message of the region that nobody has received yet.
    struct Scene {
        let region: TestSide
        let kommun: TestSide
        let prepared: PreparedDelivery
        let payload: [UInt8]

        init() throws {
            (region, kommun) = (try TestSide(), try TestSide(.kommun))
            let id = try region.queue()
            prepared = try region.prepared(id)
            payload = try region.spools.outbound.body(of: id, in: .inflight)
        }

        var request: AS4Entity { prepared.request.whole }

        /// The request with a word of its envelope replaced everywhere, the signature left as it is.
        func request(replacing old: String, with new: String) throws -> AS4Entity {
            let end = try #require(request.body.firstRange(of: Array("</S12:Envelope>".utf8))).upperBound
            let envelope = String(decoding: request.body[..<end], as: UTF8.self)
            try #require(envelope.contains(old))
            return AS4Entity(contentType: request.contentType, body: Array(envelope.replacing(old, with: new).utf8) + request.body[end...])
        }

        /// The codes the municipality answers with.
        func answered(_ entity: AS4Entity, from partner: String = "region", by side: TestSide? = nil) -> [String] {
            let answer = (side ?? kommun).answer(entity, from: partner)
            return answer.text.matches(of: /errorCode="(EBMS:[0-9]{4})"/).map { String($0.1) }
        }

        /// The code the region's own submitter is told of an answer.
        func judged(_ answer: HTTPAnswer) -> [String] {
            switch JudgeAnswer(parts: region.parts).run(answer, to: prepared, at: Date()) {
            case .receipt: []
            case .refused(let fault, _), .invalid(let fault), .missing(let fault), .known(let fault, _): [fault.code]
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let testDescription: String
        let provoke: @Sendable (Scene) throws -> [String]

        init(_ code: String, _ description: String, _ provoke: @escaping @Sendable (Scene) throws -> [String]) {
            (self.code, testDescription, self.provoke) = (code, "\(code) \(description)", provoke)
        }
    }

    static let cases = [
        Case("EBMS:0004", "Other: the business message is not signed") { scene in
            scene.answered(try scene.region.repacked(scene.request, payload: Notice().bytes))
        },
        Case("EBMS:0007", "MimeInconsistency: no boundary fits the parts") { scene in
            scene.answered(
                AS4Entity(contentType: scene.request.contentType.replacing("boundary=", with: "boundary=x"), body: scene.request.body))
        },
        Case("EBMS:0009", "InvalidHeader: no MessageId") { scene in
            scene.answered(try scene.request(replacing: "eb:MessageId>", with: "eb:MessageNumber>"))
        },
        Case("EBMS:0010", "ProcessingModeMismatch: an action nobody agreed on") { scene in
            scene.answered(try scene.region.repacked(scene.request, payload: scene.payload) { $0.action = "Brev" })
        },
        Case("EBMS:0101", "FailedAuthentication: the header is not the one that was signed") { scene in
            scene.answered(try scene.request(replacing: "</eb:ConversationId>", with: "x</eb:ConversationId>"))
        },
        Case("EBMS:0102", "FailedDecryption: the payload is of another message, under another key") { scene in
            let other = try scene.region.prepared(try scene.region.queue()).request.whole
            let start = try #require(scene.request.body.firstRange(of: Array("</S12:Envelope>".utf8))).upperBound
            let otherStart = try #require(other.body.firstRange(of: Array("</S12:Envelope>".utf8))).upperBound
            let boundary = try #require(scene.request.contentType.firstMatch(of: /boundary="?([^";]+)/)).1
            let otherBoundary = try #require(other.contentType.firstMatch(of: /boundary="?([^";]+)/)).1
            let rest = Array(other.body[otherStart...]).replacing(Array(otherBoundary.utf8), with: Array(boundary.utf8))
            return scene.answered(AS4Entity(contentType: scene.request.contentType, body: scene.request.body[..<start] + rest))
        },
        Case("EBMS:0103", "PolicyNoncompliance: an algorithm that is not agreed on") { scene in
            scene.answered(try scene.request(replacing: "xmldsig-more#rsa-sha256", with: "xmldsig-more#rsa-sha512"))
        },
        Case("EBMS:0202", "DeliveryFailure: no room on the disk") { scene in
            var options = SpoolOptions()
            options.minimumFreeBytes = 1 << 62
            return scene.answered(scene.request, by: try TestSide(.kommun, options: options))
        },
        Case("EBMS:0301", "MissingReceipt: an answer without one, told to the sender's own side") { scene in
            scene.judged(HTTPAnswer(status: 200))
        },
        Case("EBMS:0302", "InvalidReceipt: the receipt of another message, told to the sender's own side") { scene in
            scene.judged(scene.kommun.answer(try scene.region.request()))
        },
        Case("EBMS:0303", "DecompressionFailure: the payload is signed and no gzip") { scene in
            scene.answered(try scene.region.repacked(scene.request, attachment: Array("no gzip".utf8)))
        },
    ]

    @Test("Each error of the profile is given for what provokes it, by its code, and nothing is stored", arguments: cases)
    func named(_ example: Case) throws {
        let scene = try Scene()
        #expect(try example.provoke(scene) == [example.code])
        // Only the receipt of the other message, in the case of EBMS:0302, was given for something that was stored.
        #expect(try TestSide.count(scene.kommun.spools.inbound) == (example.code == "EBMS:0302" ? 1 : 0))
        #expect(scene.answered(scene.request) == [], "the message itself is sound")
    }
}
