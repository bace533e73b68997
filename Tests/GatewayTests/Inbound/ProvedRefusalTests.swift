import AS4
import Foundation
import Glibc
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("A refusal is proof too")
struct ProvedRefusalTests {
    private let region: TestSide
    private let kommun: TestSide

    init() throws {
        region = try TestSide()
        kommun = try TestSide(.kommun)
    }

    private var path: String { kommun.parts.configuration.paths.audit }
    private var trail: RefusalTrail { RefusalTrail(audit: AuditTrail(path: path)) }
    private var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    private func receive(_ request: AS4Entity) -> InboundAnswer {
        InboundPipeline(kommun.parts, spools: kommun.spools, ledger: kommun.ledger, refusals: trail).receive(request, from: "region")
    }

    @Test(
        "Each refusal, from bytes that are no message to one that the law refuses, has its line when it is answered; a message taken has none"
    )
    func lines() throws {
        let request = try region.request()
        var altered = request.body
        altered[altered.count / 2] ^= 1
        let notice = Notice(to: [.neighbourUnit])
        let refused: [(AS4Entity, code: String, status: String)] = [
            (AS4Entity(contentType: "text/plain", body: Array("hej".utf8)), "A001", "400"),
            (AS4Entity(contentType: request.contentType, body: altered), "A068", "200"),
            (try region.request(unchecked: try region.signed(notice.bytes)), "R004", "200"),
            (try region.request(unchecked: Notice().bytes), "S001", "200"),
        ]
        for (index, (entity, code, status)) in refused.enumerated() {
            let answer = receive(entity)
            guard case .refused(_, let given, _) = answer.event else {
                Issue.record("\(index) was not refused")
                continue
            }
            let lines = text.split(separator: "\n")
            #expect(lines.count == index + 1 && answer.status == Int(status) && given == code, "\(given)")
            #expect(lines.last?.contains("\"code\":\"\(code)\"") == true && lines.last?.contains("\"status\":\"\(status)\"") == true)
        }
        let id = try #require(refused[2].0.messageID)
        #expect(text.contains(Digest.sha256(Array(id.utf8)).hexadecimal) && !text.contains(id))
        let before = text
        guard case .stored = receive(request).event else {
            Issue.record("the message was not taken")
            return
        }
        #expect(text == before)
        for content in ["201203159809", "Övning", "Familjen", notice.messageID] { #expect(!text.contains(content)) }
        #expect(try AuditTrail(path: path).breaks().isEmpty)
    }

    @Test("A refusal that cannot be recorded is not given: the sender is told to come again, and is refused when it can be proved")
    func unwritable() throws {
        let request = try region.request(unchecked: Notice().bytes)
        #expect(mkdir(path, 0o700) == 0)
        let answer = receive(request)
        let words = String(decoding: answer.entity.body, as: UTF8.self)
        #expect(answer.status == 503 && words.contains("EBMS:0202") && words.contains("R022") && !words.contains("S001"))
        guard case .unavailable(let code) = answer.event else {
            Issue.record("\(answer.event)")
            return
        }
        #expect(code == "R022")
        #expect(rmdir(path) == 0)
        guard case .refused = receive(request).event else {
            Issue.record("not refused the second time")
            return
        }
        #expect(text.split(separator: "\n").count == 1)
    }
}

extension AS4Entity {
    /// The MessageId in the envelope, which is in clear.
    fileprivate var messageID: String? {
        String(decoding: body, as: UTF8.self).firstMatch(of: /MessageId>([^<]+)</).map { String($0.1) }
    }
}
