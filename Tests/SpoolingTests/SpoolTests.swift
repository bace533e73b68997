import Foundation
import Glibc
import Spooling
import Testing

@Suite struct SpoolTests {
    let scratch = Scratch()

    @Test("A submitted message lies in ready with its bytes, envelope and origin, private to its owner")
    func submit() throws {
        let spool = try scratch.spool()
        let envelope = Sample.envelope()
        let entry = try spool.submit(body: Sample.body, envelope: envelope, record: Sample.submitted())
        #expect(entry.envelope.bodyLength == Sample.body.count)
        #expect(try spool.entry(entry.id) == entry)
        #expect(try spool.body(of: entry.id, in: .ready) == Sample.body)
        #expect(try spool.list(.ready) == [entry.id] && scratch.names("incoming").isEmpty)
        #expect(entry.envelope.attributes == envelope.attributes && entry.history.map(\.event) == [.submitted])
        for name in ["message.xml", "envelope.json", "history.jsonl"] {
            var status = stat()
            #expect(stat(scratch.file(.ready, entry.id, name), &status) == 0 && status.st_mode & 0o7777 == 0o600)
        }
        var status = stat()
        #expect(stat(scratch.file(.ready, entry.id, ""), &status) == 0 && status.st_mode & 0o7777 == 0o700)
    }

    @Test("An empty body and one of 3 MB come back the same", arguments: [0, 1, 4_096, 3_000_000])
    func sizes(count: Int) throws {
        let spool = try scratch.spool()
        var random = SeededRandom(UInt64(count))
        let body = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        let id = try spool.submit(body: body, envelope: Sample.envelope(), record: Sample.submitted()).id
        #expect(try spool.body(of: id, in: .ready) == body)
    }

    @Test("A name is given once: the second submission with it is refused and the first unharmed")
    func nameTaken() throws {
        let spool = try scratch.spool()
        let envelope = Sample.envelope()
        _ = try spool.submit(body: Sample.body, envelope: envelope, record: Sample.submitted())
        let error = #expect(throws: SpoolError.self) {
            try spool.submit(body: [1], envelope: envelope, record: Sample.submitted())
        }
        #expect(error?.code == .nameTaken)
        #expect(try spool.body(of: envelope.id, in: .ready) == Sample.body)
        #expect(spool.health.isHealthy)
    }

    @Test("A message may be submitted held, and in no other state")
    func firstState() throws {
        let spool = try scratch.spool()
        let id = try spool.submit(body: Sample.body, envelope: Sample.envelope(), first: .held, record: Sample.submitted()).id
        #expect(try spool.places(of: id) == [.held])
        for state in SpoolState.allCases where state != .ready && state != .held {
            let error = #expect(throws: SpoolError.self) {
                try spool.submit(body: [], envelope: Sample.envelope(), first: state, record: Sample.submitted())
            }
            #expect(error?.code == .illegalTransition)
        }
    }

    @Test("The history keeps every record in order, through moves and reopening")
    func history() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        for attempt in 1...3 {
            #expect(try spool.claim(id, from: attempt == 1 ? .ready : .deferred))
            try spool.move(id, from: .inflight, to: .deferred, record: Sample.deferred(attempt, next: Sample.noon.addingTimeInterval(60)))
        }
        try spool.append(
            HistoryRecord(at: Sample.noon, event: .viewed) { ($0.actor, $0.reason) = ("anna", "å \"q\"\n\u{7}") }, to: id, in: .deferred)
        let entry = try #require(try Spool(root: scratch.root).entry(id))
        #expect(entry.history.map(\.event) == [.submitted, .deferred, .attempted, .deferred, .attempted, .deferred, .viewed])
        #expect(entry.attempts == 3 && entry.lastCode == "connection-refused" && entry.history.last?.reason == "å \"q\"\n\u{7}")
        let summary = try #require(try spool.summary(of: id, in: .deferred))
        #expect(summary.attempts == 3 && summary.envelope == entry.envelope && summary.recent == entry.history)
    }

    @Test(
        "Who looked at a message, and what answers it, stand beside its way: what comes next is as before",
        arguments: [SpoolState.deferred, .inflight])
    func beside(_ state: SpoolState) throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .deferred)
        if state == .inflight { #expect(try spool.claim(id, from: .deferred)) }
        let before = try #require(try spool.entry(id))
        try spool.append(HistoryRecord(at: Sample.noon, event: .viewed) { $0.actor = "anna" }, to: id, in: state)
        try spool.append(HistoryRecord(at: Sample.noon, event: .answered) { ($0.partner, $0.reply) = ("p", "\(id)") }, to: id, in: state)
        let after = try #require(try spool.entry(id))
        #expect(after.history.last?.reply == "\(id)" && after.history.count == before.history.count + 2)
        #expect(after.nextTryAt == before.nextTryAt && after.currentAttempt == before.currentAttempt)
        #expect(after.cutOffMove == before.cutOffMove && after.lastStep == before.history.last)
        let summary = try #require(try spool.summary(of: id, in: state))
        #expect(summary.nextTryAt == before.nextTryAt && summary.lastEvent == before.history.last?.event)
    }

    @Test("The history is JSON Lines with snake_case names and RFC 3339 UTC instants")
    func historyFormat() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .deferred)
        let text = String(decoding: try scratch.read(scratch.file(.deferred, id, "history.jsonl")), as: UTF8.self)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(text.hasSuffix("\n") && object["at"] as? String == "2026-03-01T12:00:00.000Z")
        #expect(object["next_try_at"] as? String == "2026-03-01T12:00:00.000Z" && object["outcome"] as? String == "temporary_failure")
    }

    @Test("A summary of a long history reads only its end")
    func summaryWindow() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .deferred)
        for number in 1...100 { try spool.append(Sample.deferred(number), to: id, in: .deferred) }
        let summary = try #require(try spool.summary(of: id, in: .deferred))
        #expect(summary.attempts == 100 && summary.recent.count < 60 && summary.lastReason == "connection refused")
        #expect(try spool.entry(id)?.history.count == 102)
    }

    @Test("Moving what somebody else moved meanwhile says so and changes nothing")
    func movedMeanwhile() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .held)
        let error = #expect(throws: SpoolError.self) {
            try spool.move(id, from: .ready, to: .cancelled, record: HistoryRecord(at: Sample.noon, event: .cancelled))
        }
        #expect(error?.code == .notThere && error?.place.description == "ready/\(id)")
        #expect(try spool.places(of: id) == [.held])
        #expect(try !spool.claim(id, from: .ready))
    }

    @Test("An attachment is kept once, byte for byte; the same again is fine, another is refused")
    func attachments() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .inflight)
        #expect(try spool.attachment(.request, of: id, in: .inflight) == nil)
        for _ in 0..<2 { try spool.attach(.request, Sample.request, to: id, in: .inflight) }
        #expect(try spool.attachment(.request, of: id, in: .inflight) == Sample.request)
        let error = #expect(throws: SpoolError.self) { try spool.attach(.request, Sample.receipt, to: id, in: .inflight) }
        #expect(error?.code == .attachmentDiffers)
        #expect(try spool.attachment(.request, of: id, in: .inflight) == Sample.request)
    }

    @Test("An unfinished attachment of an earlier run is replaced")
    func attachmentLeftover() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .inflight)
        try scratch.write([1, 2], scratch.file(.inflight, id, "request.as4.new"))
        try spool.attach(.request, Sample.request, to: id, in: .inflight)
        #expect(try spool.attachment(.request, of: id, in: .inflight) == Sample.request)
    }

    @Test(
        "Below the reserve of bytes or inodes a message is refused for now, and accepted when there is room again",
        arguments: [true, false])
    func reserve(bytes: Bool) throws {
        _ = try scratch.spool()
        var options = SpoolOptions()
        if bytes { options.minimumFreeBytes = 1 << 60 } else { options.minimumFreeInodes = 1 << 60 }
        let full = try Spool(root: scratch.root, options: options)
        let error = #expect(throws: SpoolError.self) { try full.submit(body: [1], envelope: Sample.envelope(), record: Sample.submitted()) }
        #expect(error?.code == .reserveReached && error?.isTemporary == true && error?.detail == (bytes ? "bytes" : "inodes"))
        #expect(throws: SpoolError.self) { try full.receive(Sample.reception("k")) }
        #expect(full.health.isHealthy && scratch.names("incoming").isEmpty)
        _ = try scratch.spool().submit(body: [1], envelope: Sample.envelope(), record: Sample.submitted())
    }

    @Test("An envelope too large to be metadata is refused before anything is written")
    func largeEnvelope() throws {
        let spool = try scratch.spool()
        var envelope = Sample.envelope()
        envelope.attributes["x"] = String(repeating: "x", count: 70_000)
        let error = #expect(throws: SpoolError.self) { try spool.submit(body: [1], envelope: envelope, record: Sample.submitted()) }
        #expect(error?.code == .notWritable && scratch.names("incoming").isEmpty)
    }

    @Test("An error says code, place, call and remedy, in both languages")
    func errors() {
        for code in SpoolCode.allCases {
            #expect(!code.text.sv.isEmpty && !code.text.en.isEmpty && !code.remedy.sv.isEmpty && !code.remedy.en.isEmpty)
            #expect(code.rawValue.count == 4 && code.rawValue.hasPrefix("P"))
        }
    }
}
