import CareMessages
import Foundation
import Glibc
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("The index of the ledger")
struct LedgerIndexTests {
    private let region: TestSide
    private let path: String

    init() throws {
        region = try TestSide()
        path = region.spools.root + "/ledger.index"
    }

    /// Puts some messages into both spools; the last has a copy for the own organisation.
    private func fill(_ count: Int) throws {
        for _ in 0..<count { _ = try region.queue() }
        _ = try region.outbound.submit(Notice(to: [.kommunUnit, .regionUnit]).bytes)
    }

    private func texts(_ lines: [LedgerLine]) -> Set<[UInt8]> { Set(lines.map(\.text)) }

    /// The lines with the index, which must be those of a full read.
    private func checkedLines() throws -> (lines: [LedgerLine], opened: Int) {
        var opened = 0
        let lines = try region.spools.ledgerLines { _ in opened += 1 }
        let kept = try? Data(contentsOf: URL(filePath: path))
        unlink(path)
        #expect(texts(lines) == texts(try region.spools.ledgerLines()), "the index says other than the envelopes")
        if let kept { try kept.write(to: URL(filePath: path)) }
        return (lines, opened)
    }

    @Test("is made by the first reading, for us alone, and saves opening every envelope afterwards")
    func saves() throws {
        try fill(3)
        unlink(path)
        #expect(try checkedLines().opened == 5)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(try checkedLines().opened == 0)
        try fill(1)
        let (lines, opened) = try checkedLines()
        #expect(opened == 3 && lines.count == 8 && lines.count(where: \.isInbound) == 2)
        #expect(Set(lines.map(\.partner)) == ["kommun", "local"])
    }

    @Test("gives a ledger that remembers what one from the envelopes does")
    func sameLedger() throws {
        let first = Notice(to: [.kommunUnit, .neighbourUnit])
        let copies = try region.outbound.submit(first.bytes).copies
        unlink(path)
        let ledgers = try [region.spools.ledger(), region.spools.ledger()]
        let lines = ledgers.map { $0.entries(forBusinessMessage: first.messageID).sorted { $0.id < $1.id } }
        #expect(lines[0].map(\.id) == copies.map(\.id).sorted() && lines[1].map(\.id) == lines[0].map(\.id))
        for (full, indexed) in zip(lines[0], lines[1]) {
            #expect(full.partner == indexed.partner && full.caseID == indexed.caseID && full.type == indexed.type)
            #expect(full.sender == indexed.sender && full.receivers == indexed.receivers && full.refersTo == indexed.refersTo)
            #expect(full.patientKeys == indexed.patientKeys && !full.patientKeys.isEmpty && full.event == indexed.event)
            #expect(full.submittedSHA256 == indexed.submittedSHA256 && full.submittedSHA256 != nil)
            #expect(full.finalRecipient == indexed.finalRecipient && full.finalRecipient != nil)
        }
        #expect(try region.spools.ledger().wholeSubmission(of: first.messageID, digest: lines[0][0].submittedSHA256 ?? "")?.count == 2)
    }

    enum Damage: String, CaseIterable {
        case flipped, torn, emptied, garbage, glued, repeated, folder
    }

    @Test("A damaged line or file is made anew from the envelopes", arguments: Damage.allCases)
    func damage(_ damage: Damage) throws {
        try fill(4)
        _ = try region.spools.ledgerLines()
        var bytes = try Data(contentsOf: URL(filePath: path))
        switch damage {
        case .flipped: bytes[bytes.count / 2] ^= 1
        case .torn: bytes.removeLast(100)
        case .emptied: bytes = Data()
        case .garbage: bytes = Data((0..<10_000).map { _ in UInt8.random(in: 0...255) })
        case .glued: bytes.removeLast()
        case .repeated: bytes += bytes
        case .folder: bytes = Data()
        }
        unlink(path)
        if damage == .folder { mkdir(path, 0o700) } else { try bytes.write(to: URL(filePath: path)) }
        let lines = try region.spools.ledgerLines()
        #expect(lines.count == 6 && Set(lines.map(\.id)).count == 6)
        guard damage != .folder else { return }
        let (again, opened) = try checkedLines()
        #expect(opened == 0 && texts(again) == texts(lines), "mended by the first reading")
    }

    @Test("Entries that retention removed leave the lines at once and the file when they are more than a tenth of it")
    func retention() throws {
        try fill(18)
        _ = try region.spools.ledgerLines()
        let size = try Data(contentsOf: URL(filePath: path)).count
        func remove(_ count: Int) throws {
            let ready = try region.spools.outbound.list(.ready).prefix(count)
            for id in ready { try FileManager.default.removeItem(atPath: "\(region.spools.root)/outbound/ready/\(id)") }
        }
        try remove(1)
        #expect(try checkedLines().lines.count == 19)
        #expect(try Data(contentsOf: URL(filePath: path)).count == size, "one in twenty stays in the file")
        try remove(2)
        #expect(try checkedLines().lines.count == 17)
        let index = LedgerIndex(root: region.spools.root).read()
        #expect(index.lines.count == 17 && index.waste == 0)
    }

    @Test("Processes that read, append and rewrite at once never get or leave anything but whole lines")
    func concurrency() async throws {
        try fill(12)
        let spools = region.spools
        let whole = texts(try spools.ledgerLines())
        let path = path
        let pool = BlockingPool(threadCount: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await pool.run {
                        // Spools of their own share nothing but the files.
                        let own = try Spools(root: spools.root, create: false)
                        for round in 0..<25 {
                            if (round + number).isMultiple(of: 5) { unlink(path) }
                            let index = LedgerIndex(root: spools.root)
                            let lines = try own.ledgerLines()
                            #expect(Set(lines.map(\.text)) == whole)
                            if (round + number).isMultiple(of: 3) { index.append(lines, after: index.read()) }
                            if (round + number).isMultiple(of: 7) { index.replace(with: Array(lines.dropLast(number))) }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        await pool.stop()
        #expect(texts(try checkedLines().lines) == whole)
    }

    @Test("A large file is read in parts with no line lost between them")
    func parts() throws {
        var random = SystemRandomNumberGenerator()
        let event = CaseEvent(try #require(try message()))
        let lines = (0..<4_000).map { _ in
            LedgerLine(event, id: MessageID.make(at: Date(), random: &random), isInbound: true, partner: "p", patientKeys: ["k"])
        }
        let index = LedgerIndex(root: region.folder.path)
        index.append(lines, after: index.read())
        let read = index.read()
        #expect(read.lines.map(\.id) == lines.map(\.id) && read.waste == 0)
        #expect(read.lines.allSatisfy { $0.event == event && $0.patientKeys == ["k"] && $0.submittedSHA256 == nil })
    }

    private func message() throws -> CareMessage? {
        try MessageCheck().check(
            Notice().bytes, verifier: .init(policy: nil), requiresSignature: false, context: RuleContext(now: Date())
        ).message
    }

    @Test("No line holds a name or a number of a person")
    func privacy() throws {
        try fill(1)
        _ = try region.spools.ledgerLines()
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        for word in ["Tilda", "Provberg", "201203159809", "1203159809", "Familjen"] { #expect(!text.contains(word)) }
    }
}
