import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("The way in")
struct InboundPipelineTests {
    private let region: TestSide
    private let kommun: TestSide

    init() throws {
        region = try TestSide()
        kommun = try TestSide(.kommun)
    }

    /// What became of a POST: `stored`, `repeated`, `refused EBMS:… CODE` or `unavailable CODE`, and the status.
    private func word(_ answer: InboundAnswer) -> String {
        switch answer.event {
        case .stored: "stored \(answer.status)"
        case .repeated: "repeated \(answer.status)"
        case .refused(let ebms, let code, _): "refused \(ebms) \(code) \(answer.status)"
        case .unavailable(let code): "unavailable \(code) \(answer.status)"
        case .tested: "tested \(answer.status)"
        case .signal(let about, let code, let isTrusted):
            "signal \(answer.status) \(about.map { "\($0)" } ?? "-") \(code ?? "receipt") \(isTrusted)"
        }
    }

    private func receive(_ entity: AS4Entity, from partner: String = "region", by side: TestSide? = nil) -> String {
        word((side ?? kommun).inbound.receive(entity, from: partner))
    }

    private func request(_ payload: [UInt8], messageID: String = UUID().uuidString.lowercased()) throws -> AS4Entity {
        try region.request(unchecked: payload, messageID: messageID)
    }

    private var stored: [MessageID] { get throws { try kommun.spools.inbound.list(.ready) } }

    @Test("A message arrives as it was signed, with its receipt durable beside it, and the receipt proves what was sent")
    func arrives() throws {
        let id = try region.queue()
        let prepared = try region.prepared(id)
        let answer = kommun.inbound.receive(prepared.request, from: "region")
        #expect(word(answer) == "stored 200")
        let inside = try #require(try stored.first)
        #expect(try kommun.spools.inbound.body(of: inside, in: .ready) == region.spools.outbound.body(of: id, in: .inflight))
        #expect(try kommun.spools.inbound.attachment(.receipt, of: inside, in: .ready)?.bytes == answer.entity.body)
        let http = HTTPAnswer(status: answer.status, contentType: answer.entity.contentType, body: answer.entity.body)
        guard case .receipt = JudgeAnswer(parts: region.parts).run(http, to: prepared, at: Date()) else {
            Issue.record("no receipt: \(http.text)")
            return
        }
        let attributes = try #require(try kommun.spools.inbound.entry(inside)).envelope.attributes
        #expect(attributes[.sender] == TestOrganisation.region.organisationsnummer && attributes[.signer]?.count == 64)
        #expect(attributes[.as4MessageID] == prepared.entry.envelope.attributes[.as4MessageID])
        #expect(!attributes.values.joined().contains("201203159809"))
    }

    @Test("A notice in a case that another organisation has opened is taken, and the warning travels along; one's own second is no rival")
    func rivalOpening() throws {
        let caseID = UUID().uuidString.lowercased()
        func warnings(_ notice: Notice) throws -> String? {
            let before = try Set(stored)
            #expect(receive(try region.request(notice)) == "stored 200")
            let inside = try #require(try Set(stored).subtracting(before).first)
            return try kommun.spools.inbound.entry(inside)?.envelope.attributes[.warnings]
        }
        var rival = Envelope(id: kommun.spools.newID(at: Date()), createdAt: Date(), type: "M01", partner: "provkommun")
        var event = try #require(
            try MessageCheck().check(
                Notice(caseID: caseID).bytes, verifier: EnvelopedVerifier(policy: nil), requiresSignature: false,
                context: RuleContext(now: Date())
            ).message)
        #expect(try warnings(Notice())?.contains("W13") != true)
        event.envelope.sender.organisationsnummer = TestOrganisation.neighbour.organisationsnummer
        rival.attributes = kommun.ledger.attributes(of: event)
        kommun.ledger.note(rival)
        #expect(try warnings(Notice(caseID: caseID))?.contains("W13") == true)
    }

    @Test("A test message of the agreement gets a receipt that proves it, and nothing is stored")
    func testService() throws {
        let prepared = try region.prepared(try region.queue())
        let ping = try PartnerPing(parts: region.parts, partner: prepared.partner).request(at: Date())
        let answer = kommun.inbound.receive(AS4Entity(contentType: ping.contentType, body: try ping.body.bytes()), from: "region")
        #expect(word(answer) == "tested 200")
        let policy = region.parts.signers(of: prepared.partner)
        let outcome = try SignalReader().read(answer.entity, sent: ping.sent, policy: policy, now: Date())
        guard case .receipt = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try TestSide.count(kommun.spools.inbound) == 0)
        #expect(
            receive(AS4Entity(contentType: ping.contentType, body: try ping.body.bytes()), from: "stranger") == "refused EBMS:0010 A070 200"
        )
    }

    @Test("A message in clear is refused where the agreement demands encryption, and taken where it does not")
    func unencrypted() throws {
        let off = "\nweakenings: [{ name: unencrypted, reason: test, until: 2099-12-31 }]"
        let openly = try TestSide(.region) { side in
            side.appendix = off
            for index in side.partners.indices { side.partners[index].encryption = "off" }
        }
        let request = try openly.request()
        #expect(String(decoding: request.body, as: UTF8.self).contains("application/gzip\r\n"))
        #expect(receive(request) == "refused EBMS:0103 A067 200")
        #expect(try stored.isEmpty)
        let tolerant = try TestSide(.kommun) { side in
            side.appendix = off
            side.partners[0].encryption = "off"
        }
        #expect(receive(request, by: tolerant) == "stored 200")
    }

    @Test("Under the profile of SDK a message for somebody else is answered as not serviced, another fault of the corners is not")
    func notServiced() throws {
        func side(_ organisation: TestOrganisation) throws -> TestSide {
            try TestSide(organisation) { writer in for index in writer.partners.indices { writer.partners[index].profile = "sdk" } }
        }
        let (sender, receiver) = (try side(.region), try side(.kommun))
        let id = try sender.queue()
        let request = try sender.prepared(id).request.whole
        let body = try sender.spools.outbound.body(of: id, in: .inflight)
        let (own, theirs, stranger) = ("0007:2321009900", "0007:2120009903", "0007:2120009911")
        for (corners, expected, isSaid) in [
            ((own, stranger), "refused EBMS:0004 A073 200", true), ((stranger, theirs), "refused EBMS:0010 A073 200", false),
        ] {
            let changed = try sender.repacked(request, payload: body) {
                $0.setCorners(originalSender: corners.0, finalRecipient: corners.1)
            }
            let answer = receiver.inbound.receive(StreamedEntity(changed), from: "region")
            #expect(word(answer) == expected)
            #expect(String(decoding: answer.entity.body, as: UTF8.self).contains("A073 NOT_SERVICED") == isSaid)
        }
        #expect(try TestSide.count(receiver.spools.inbound) == 0)
        #expect(receive(request, by: receiver) == "stored 200")
    }

    @Test("A signal posted by itself is noted, gets no answer, and changes nothing")
    func postedSignal() throws {
        let id = try region.queue()
        let receipt = kommun.inbound.receive(try region.prepared(id).request, from: "region").entity
        // The kommun's own receipt, posted to the region.
        let answer = region.inbound.receive(receipt, from: "kommun")
        #expect(answer.status == 204 && answer.entity.body.isEmpty)
        #expect(word(answer) == "signal 204 \(id) receipt true")
        #expect(word(region.inbound.receive(receipt, from: "provkommun")) == "signal 204 - receipt false")
        #expect(try TestSide.count(region.spools.inbound) == 0)
    }

    @Test("A duplicate gets the bytes of the first answer and is stored once, also after a restart")
    func duplicate() throws {
        let request = try region.request()
        let first = kommun.inbound.receive(request, from: "region")
        let second = kommun.inbound.receive(request, from: "region", at: Date().addingTimeInterval(3_600))
        let restarted = InboundPipeline(kommun.parts, spools: kommun.spools, ledger: try kommun.spools.ledger())
        let third = restarted.receive(request, from: "region")
        #expect([first, second, third].map(word) == ["stored 200", "repeated 200", "repeated 200"])
        #expect(second.entity == first.entity && third.entity == first.entity)
        #expect(try stored.count == 1)
    }

    @Test(
        "Other content under a known MessageId is refused with EBMS:0004 and never gets a receipt, also when the first is gone from the spool"
    )
    func otherContent() throws {
        let messageID = UUID().uuidString.lowercased()
        #expect(receive(try request(try region.signed(Notice().bytes), messageID: messageID)) == "stored 200")
        let other = try request(try region.signed(Notice().bytes), messageID: messageID)
        let answer = kommun.inbound.receive(other, from: "region")
        #expect(word(answer) == "refused EBMS:0004 R015 200")
        let words = String(decoding: answer.entity.body, as: UTF8.self)
        #expect(words.contains("eb:Error") && !words.contains("NonRepudiationInformation"))
        #expect(try stored.count == 1)
        let id = try #require(try stored.first)
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        let longAgo = Date(timeIntervalSinceNow: 10)
        try kommun.spools.inbound.move(id, from: .inflight, to: .done, record: HistoryRecord(at: longAgo, event: .handedOver))
        let policy = RetentionPolicy(doneAge: .zero, seenAge: .seconds(86_400), retryHorizon: .zero)
        #expect(try kommun.spools.inbound.purge(policy, now: longAgo.addingTimeInterval(60)).messages == [id])
        #expect(receive(other) == "refused EBMS:0004 R015 200")
    }

    @Test("Two connections that bring different messages under one MessageId at once: one is stored, the other is refused")
    func rivals() async throws {
        let messageID = UUID().uuidString.lowercased()
        let rivals = try (0..<6).map { _ in try request(try region.signed(Notice().bytes), messageID: messageID) }
        let pool = BlockingPool(threadCount: 6)
        let words = try await withThrowingTaskGroup(of: String.self) { group in
            for rival in rivals { group.addTask { try await pool.run { receive(rival) } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await pool.stop()
        #expect(words.count { $0 == "stored 200" } == 1 && words.count { $0 == "refused EBMS:0004 R015 200" } == 5, "\(words)")
        #expect(try stored.count == 1)
    }

    @Test("The same content wrapped and signed anew under its MessageId gets a receipt that fits the new wrapping, and is not stored again")
    func rewrapped() throws {
        let id = try region.queue()
        let prepared = try region.prepared(id)
        #expect(receive(prepared.request.whole) == "stored 200")
        let payload = try region.spools.outbound.body(of: id, in: .inflight)
        let again = try region.repacked(prepared.request.whole, payload: payload) { $0.conversationID = "another" }
        #expect(again.body != prepared.request.whole.body)
        let answer = kommun.inbound.receive(again, from: "region")
        #expect(word(answer) == "repeated 200")
        let policy = SignerPolicy(trust: region.parts.keyring.as4Policy(for: prepared.partner))
        let outcome = try SignalReader().read(answer.entity, sent: SentMessage(stored: StreamedEntity(again)), policy: policy, now: Date())
        guard case .receipt = outcome else {
            Issue.record("no receipt: \(String(decoding: answer.entity.body, as: UTF8.self))")
            return
        }
        #expect(try stored.count == 1)
    }

    @Test("Eight connections with the same message at once leave one message, and all get the same receipt")
    func duplicatesAtOnce() async throws {
        let request = try region.request()
        let pool = BlockingPool(threadCount: 8)
        let answers = try await withThrowingTaskGroup(of: InboundAnswer.self) { group in
            for _ in 0..<8 { group.addTask { try await pool.run { kommun.inbound.receive(request, from: "region") } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await pool.stop()
        #expect(answers.count { word($0) == "stored 200" } == 1 && answers.count { word($0) == "repeated 200" } == 7)
        #expect(Set(answers.map(\.entity.body)).count == 1)
        #expect(try stored.count == 1)
    }

    @Test("The same business message under another MessageId is answered and not stored again; other content under its id is refused")
    func sameBusinessMessage() async throws {
        let notice = Notice()
        let payload = try region.signed(notice.bytes)
        #expect(receive(try request(payload)) == "stored 200")
        #expect(receive(try request(payload)) == "repeated 200")
        let other = try region.signed(Notice(messageID: notice.messageID).bytes)
        #expect(receive(try request(other)) == "refused EBMS:0004 E02 200")

        // And when they come at the same time.
        let id = UUID().uuidString.lowercased()
        let rivals = try (0..<6).map { _ in try request(try region.signed(Notice(messageID: id).bytes)) }
        let pool = BlockingPool(threadCount: 6)
        let words = try await withThrowingTaskGroup(of: String.self) { group in
            for rival in rivals { group.addTask { try await pool.run { receive(rival) } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await pool.stop()
        #expect(words.count { $0 == "stored 200" } == 1 && words.count { $0 == "refused EBMS:0004 E02 200" } == 5, "\(words)")
        #expect(try stored.count == 2)
    }

    @Test("A message that another partner's connection brings, or that no agreement covers, is refused")
    func wrongPartner() throws {
        let request = try region.request()
        let open = try TestSide(.kommun) { writer in
            writer.partners.append(ConfigurationWriter.Partner(.neighbour, port: 9444))
        }
        #expect(receive(request, from: "provkommun", by: open).hasPrefix("refused EBMS:0010"))
        #expect(receive(request, from: "nobody", by: open).hasPrefix("refused EBMS:0010"))
        let narrow = try TestSide(.kommun) { $0.partners[0].receive = ["M05"] }
        #expect(receive(request, by: narrow).hasPrefix("refused EBMS:0010"))
        #expect(try TestSide.count(open.spools.inbound) + TestSide.count(narrow.spools.inbound) == 0)
    }

    @Test("A message for another organisation is refused by whoever gets it")
    func wrongReceiver() throws {
        // On the wire it goes to us, inside it is for the other municipality.
        let inside = try request(try region.signed(Notice(to: [.neighbourUnit]).bytes))
        #expect(receive(inside) == "refused EBMS:0004 R004 200")
        let wire = try region.request()
        let neighbour = try TestSide(.neighbour)
        #expect(receive(wire, by: neighbour).hasPrefix("refused EBMS:0010"))
    }

    @Test("A business message without a signature, or signed by another organisation, is refused")
    func businessSignature() throws {
        #expect(receive(try request(Notice().bytes)) == "refused EBMS:0004 S001 200")
        let foreign = try request(try kommun.signed(Notice().bytes))
        #expect(receive(foreign).hasPrefix("refused EBMS:0004 "), "\(receive(foreign))")
        #expect(try stored.isEmpty)
    }

    @Test("One altered byte, in the envelope or in the payload, is never stored", arguments: [0.02, 0.1, 0.3, 0.5, 0.75, 0.85, 0.97])
    func altered(_ place: Double) throws {
        let request = try region.request()
        var body = request.body
        let index = Int(Double(body.count) * place)
        body[index] ^= 1
        let word = receive(AS4Entity(contentType: request.contentType, body: body))
        #expect(
            !word.hasPrefix("stored"),
            "byte \(index): \(word) … \(String(decoding: request.body[max(0, index - 60)..<index + 20], as: UTF8.self))")
        #expect(try stored.isEmpty)
        #expect(receive(request) == "stored 200", "the refusal left nothing behind that would stop the real one")
    }

    @Test(
        "What is no AS4 message gets status 400 and a signed error",
        arguments: [
            ("text/plain", "hello"), ("application/soap+xml", "<a/>"), ("multipart/related; boundary=x", "--x--"), ("", ""),
        ])
    func unreadable(_ contentType: String, _ body: String) throws {
        let answer = kommun.inbound.receive(AS4Entity(contentType: contentType, body: Array(body.utf8)), from: "region")
        #expect(answer.status == 400, "\(word(answer))")
        #expect(String(decoding: answer.entity.body, as: UTF8.self).contains("eb:Error"))
    }

    @Test("A full disk gives 503 and EBMS:0202, and the same request is taken when there is room")
    func fullDisk() throws {
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let full = try TestSide(.kommun, options: options)
        let request = try region.request()
        let answer = full.inbound.receive(request, from: "region")
        #expect(word(answer) == "unavailable P010 503")
        #expect(String(decoding: answer.entity.body, as: UTF8.self).contains("EBMS:0202"))
        #expect(try TestSide.count(full.spools.inbound) == 0)
        let roomy = InboundPipeline(
            full.parts, spools: try Spools(root: full.parts.configuration.paths.spool, create: false), ledger: full.ledger)
        #expect(word(roomy.receive(request, from: "region")) == "stored 200")
    }

    @Test("An answer about a bad message tells code and place, and nothing of the patient")
    func noContent() throws {
        let text = Notice().text.replacing("<sam:Identitetsvarde>201203159809", with: "<sam:Identitetsvarde>201203159808")
        let answer = kommun.inbound.receive(try request(try region.signed(Array(text.utf8))), from: "region")
        let words = String(decoding: answer.entity.body, as: UTF8.self)
        #expect(word(answer).hasPrefix("refused EBMS:0004"), "\(word(answer))")
        #expect(words.contains("/sam:Inskrivningsmeddelande") || words.contains("Patient"))
        for content in ["201203159808", "Övning", "Familjen"] { #expect(!words.contains(content)) }
    }
}
