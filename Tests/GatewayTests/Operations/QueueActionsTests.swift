import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Acts on the queue")
struct QueueActionsTests {
    private let region: TestSide
    private let audit: AuditTrail
    private let actions: QueueActions

    init() throws {
        region = try TestSide()
        audit = AuditTrail(path: region.parts.configuration.paths.audit)
        actions = QueueActions(spools: region.spools, audit: audit)
    }

    private var auditText: String {
        String(decoding: (try? Data(contentsOf: URL(filePath: region.parts.configuration.paths.audit))) ?? Data(), as: UTF8.self)
    }

    private func move(_ id: MessageID, to state: SpoolState) throws {
        let spool = region.spools.outbound
        let record = HistoryRecord(at: Date(), event: .failed)
        switch state {
        case .ready: break
        case .held, .failed: try spool.move(id, from: .ready, to: state, record: record)
        case .deferred, .awaiting:
            #expect(try spool.claim(id, from: .ready))
            try spool.move(id, from: .inflight, to: state, record: record)
        case .inflight: #expect(try spool.claim(id, from: .ready))
        default: Issue.record("no way to \(state)")
        }
    }

    @Test(
        "An act moves a message where it makes sense, and only there", arguments: QueueActions.Act.allCases,
        [
            SpoolState.ready, .deferred, .awaiting, .held, .failed, .inflight,
        ])
    func acts(_ act: QueueActions.Act, _ state: SpoolState) throws {
        let id = try region.queue()
        try move(id, to: state)
        let outcome = try actions.perform(act, on: id, reason: "because")
        if act.from.contains(state) {
            #expect(outcome == .moved(from: state, to: act.to(from: state)))
            let entry = try #require(try region.outboundEntry(id))
            #expect(
                entry.state == act.to(from: state) && entry.history.last?.actor == AuditTrail.currentUser() && entry.lastReason == "because"
            )
            #expect(auditText.contains("\"outcome\":\"begun\"") && auditText.contains("\"outcome\":\"done\""))
        } else {
            #expect(outcome == .wrongState(state))
            #expect(auditText.isEmpty)
            #expect(try region.outboundEntry(id)?.state == state)
        }
        if !auditText.isEmpty { #expect(try audit.breaks().isEmpty) }
    }

    /// Damages a queued message and lets a reader find it.
    private func damaged(_ file: String) throws -> (id: MessageID, path: String, original: Data) {
        let id = try region.queue()
        let original = try Data(contentsOf: URL(filePath: "\(region.spools.outbound.root)/ready/\(id)/\(file)"))
        var bytes = original
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: "\(region.spools.outbound.root)/ready/\(id)/\(file)"))
        #expect(throws: SpoolError.self) { try region.spools.outbound.verify(id, in: .ready) }
        return (id, "\(region.spools.outbound.root)/corrupt/\(id)/\(file)", original)
    }

    @Test("A damaged message can be given up, and is put aside no more", arguments: ["message.xml", "envelope.json"])
    func cancelDamaged(_ file: String) throws {
        let (id, _, _) = try damaged(file)
        #expect(try actions.perform(.cancel, on: id, reason: "told by telephone") == .moved(from: .corrupt, to: .cancelled))
        let spool = region.spools.outbound
        #expect(auditText.contains("told by telephone") && auditText.contains("\"outcome\":\"done\""))
        #expect(throws: SpoolError.self) { try spool.verify(id, in: .cancelled) }
        #expect(try spool.list(.cancelled) == [id] && spool.list(.corrupt).isEmpty)
        let summary = try #require(try spool.summary(of: id, in: .cancelled))
        #expect(file != "envelope.json" || summary.lastReason == "told by telephone")
        _ = try region.spools.ledger()
        #expect(try spool.list(.cancelled) == [id])
    }

    @Test("A damaged message is released only when every file of it is whole again, and then waits in held")
    func releaseDamaged() throws {
        let (id, path, original) = try damaged("message.xml")
        let error = #expect(throws: SpoolError.self) { try actions.perform(.release, on: id, reason: "r") }
        #expect(error?.code == .corrupt && error?.place.file == "message.xml" && error?.detail == "digest-differs")
        #expect(auditText.contains("\"code\":\"P013\",\"outcome\":\"failed\""))
        #expect(!auditText.contains("\"reason\":\"P013\""))
        #expect(try region.spools.locate(id)?.state == .corrupt)
        try original.write(to: URL(filePath: path))
        #expect(try actions.perform(.release, on: id, reason: "r") == .moved(from: .corrupt, to: .held))
        #expect(try actions.perform(.release, on: id, reason: "r") == .moved(from: .held, to: .ready))
        try region.spools.outbound.verify(id, in: .ready)
        for act in [QueueActions.Act.hold, .retry] {
            let other = try damaged("envelope.json").id
            #expect(try actions.perform(act, on: other, reason: "r") == .wrongState(.corrupt))
        }
    }

    @Test("An unknown id is unknown")
    func unknown() throws {
        #expect(try actions.perform(.hold, on: region.spools.newID(at: Date()), reason: "r") == .unknown)
    }

    @Test("What cannot be recorded is not done")
    func unrecordable() throws {
        let id = try region.queue()
        let deaf = QueueActions(spools: region.spools, audit: AuditTrail(path: region.folder.file("missing/audit.jsonl")))
        #expect(throws: AuditFailure.self) { try deaf.perform(.cancel, on: id, reason: "x") }
        #expect(throws: AuditFailure.self) { try deaf.content(of: id, reason: "x") }
        #expect(try region.outboundEntry(id)?.state == .ready)
    }

    @Test("Content is given for a recorded reason, and the record holds none of it")
    func content() throws {
        let id = try region.queue()
        let bytes = try #require(try actions.content(of: id, reason: "granskning 12"))
        #expect(String(decoding: bytes, as: UTF8.self).contains("201203159809"))
        #expect(auditText.contains("view_content") && auditText.contains("granskning 12") && auditText.contains("\(id)"))
        #expect(!auditText.contains("201203159809"))
        #expect(try actions.content(of: region.spools.newID(at: Date()), reason: "x") == nil)
    }

    @Test("A message that came in is found too")
    func inbound() throws {
        let submission = try region.outbound.submit(Notice(to: [.regionUnit, .kommunUnit]).bytes)
        let local = try #require(submission.copies.first { $0.partner == "local" })
        #expect(try actions.perform(.hold, on: local.id, reason: "r") == .moved(from: .ready, to: .held))
        #expect(try region.spools.inbound.entry(local.id)?.state == .held)
    }
}
