// Drives one spool from outside the tests, so that they can kill it, fail its system calls and watch their order with strace.
//
//   spool-exerciser make ROOT                 makes a spool and submits, under a umask that takes everything: ACK <id>
//   spool-exerciser submit ROOT [COUNT]       ACK <id> after each durable submission
//   spool-exerciser persist ROOT [locked]     two submissions, the second whatever became of the first; with the daemon's lock if asked
//   spool-exerciser receive ROOT KEY          ACK <id> when stored, DUPLICATE <id> when the key is known
//   spool-exerciser remember ROOT KEY         a receipt for the first ready message: ACK <id>
//   spool-exerciser consign ROOT KEY          a submission with three copies: ACK with all ids when stored, DUPLICATE when the key is known
//   spool-exerciser deliver ROOT              claims and finishes every ready message: ACK <id>
//   spool-exerciser defer ROOT                claims and defers every ready message: ACK <id>
//   spool-exerciser recover ROOT              lock, recovery: ACK recovered
//   spool-exerciser list ROOT                 lists and summarizes `ready`: ACK with the times
//   spool-exerciser lock ROOT                 LOCKED, then waits until its input ends
//   spool-exerciser operate ROOT ROUNDS       an operator's hold and release, in a loop: ACK rounds
//
// BEGIN is printed when the spool is open and the work begins. Exit code 0, or 1 with `ERROR <code>` on standard output.
import FoundationEssentials
import Glibc
import Spooling

func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    if write(1, bytes, bytes.count) != bytes.count { exit(3) }
}

nonisolated let body = [UInt8](repeating: 0x61, count: 8_192)
/// A file that belongs to a message, longer than one piece.
nonisolated let enclosed = EnclosedContent(
    Enclosure(
        name: "b", mediaType: "text/plain", length: 300_000, sha256: "5ad554d7135ada6a9a6100df79797425013b9ad952b9372636c0eb0077d02b8e"),
    SpoolContent(length: 300_000) { offset, buffer in
        let count = min(buffer.count, 300_000 - offset)
        UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(as: UInt8.self, repeating: 0x62)
        return count
    })
nonisolated let entity = StoredEntity(contentType: "multipart/related; boundary=b", bytes: Array("request".utf8))

func envelope() -> Envelope {
    var random = SystemRandomNumberGenerator()
    return Envelope(id: .make(at: Date(), random: &random), createdAt: Date(), type: "M01", partner: "exempelkommun")
}

func submit(_ spool: Spool, _ count: Int) throws(SpoolError) {
    for _ in 0..<count {
        let entry = try spool.submit(body: body, envelope: envelope(), record: HistoryRecord(at: Date(), event: .submitted))
        say("ACK \(entry.id)")
    }
}

func persist(_ spool: Spool, isLocked: Bool) throws(SpoolError) {
    let lock = isLocked ? try spool.lock() : nil
    for _ in 0..<2 {
        do throws(SpoolError) {
            try submit(spool, 1)
        } catch {
            say("ERROR \(error)")
        }
    }
    withExtendedLifetime(lock) {}
}

func receive(_ spool: Spool, _ key: String) throws(SpoolError) {
    var reception = Reception(body: body, envelope: envelope(), receipt: entity, duplicateKey: key)
    reception.enclosures = [enclosed]
    switch try spool.receive(reception) {
    case .stored(let entry): say("ACK \(entry.id)")
    case .duplicate(let id, _): say("DUPLICATE \(id)")
    }
}

func remember(_ spool: Spool, _ key: String) throws(SpoolError) {
    for id in try spool.list(.ready).prefix(1) {
        let known = try spool.remember(entity, of: id, duplicateKey: key, at: Date())
        say("ACK \(known.id)")
    }
}

func consign(_ spool: Spool, _ key: String) throws(SpoolError) {
    var consignment = Consignment(
        body: body, envelopes: (0..<3).map { _ in envelope() }, key: key, content: "content",
        record: HistoryRecord(at: Date(), event: .submitted))
    consignment.enclosures = [enclosed]
    switch try spool.submit(consignment) {
    case .stored(let entries): say("ACK " + entries.map(\.id.description).joined(separator: " "))
    case .known(let copies): say("DUPLICATE " + copies.map(\.id.description).joined(separator: " "))
    case .otherContent: say("ERROR other content")
    }
}

func deliver(_ spool: Spool, defers: Bool) throws(SpoolError) {
    for id in try spool.list(.ready) {
        guard try spool.claim(id, from: .ready) else { continue }
        if defers {
            let record = HistoryRecord(at: Date(), event: .deferred) {
                ($0.attempt, $0.outcome, $0.nextTryAt) = (1, .temporaryFailure, Date())
            }
            try spool.move(id, from: .inflight, to: .deferred, record: record)
        } else {
            _ = try spool.attachRequest(contentType: entity.contentType, enclosed.content, to: id, in: .inflight)
            try spool.attach(
                .receipt, StoredEntity(contentType: "application/soap+xml", bytes: Array("receipt".utf8)), to: id, in: .inflight)
            try spool.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Date(), event: .delivered) { $0.attempt = 1 })
        }
        say("ACK \(id)")
    }
}

func operate(_ spool: Spool, _ rounds: Int) throws(SpoolError) {
    for round in 0..<rounds {
        let (from, to): (SpoolState, SpoolState) = round % 2 == 0 ? (.ready, .held) : (.held, .ready)
        for id in try spool.list(from).prefix(8) {
            do throws(SpoolError) {
                let record = HistoryRecord(at: Date(), event: to == .held ? .held : .released) { $0.actor = "operator" }
                try spool.move(id, from: from, to: to, record: record)
            } catch {
                if error.code != .notThere && error.code != .busy { throw error }
            }
        }
    }
    say("ACK rounds")
}

func run(_ verb: String, _ root: String, _ argument: String?) throws(SpoolError) {
    var options = SpoolOptions()
    options.minimumFreeBytes = 0
    options.minimumFreeInodes = 0
    if verb == "make" { umask(0o777) }
    let spool = try Spool(root: root, create: verb == "make", options: options)
    say("BEGIN")
    switch verb {
    case "submit", "make": try submit(spool, argument.flatMap { Int($0) } ?? 1)
    case "persist": try persist(spool, isLocked: argument == "locked")
    case "receive": try receive(spool, argument ?? "key")
    case "remember": try remember(spool, argument ?? "key")
    case "consign": try consign(spool, argument ?? "key")
    case "deliver": try deliver(spool, defers: false)
    case "defer": try deliver(spool, defers: true)
    case "operate": try operate(spool, argument.flatMap { Int($0) } ?? 2)
    case "list":
        let start = ContinuousClock.now
        let ids = try spool.list(.ready)
        let listed = ContinuousClock.now
        for id in ids { _ = try spool.summary(of: id, in: .ready) }
        say("ACK \(ids.count) ids in \(listed - start), summaries in \(ContinuousClock.now - listed)")
    case "recover":
        let lock = try spool.lock()
        _ = try spool.recover(at: Date(), holding: lock)
        withExtendedLifetime(lock) { say("ACK recovered") }
    case "lock":
        let lock = try spool.lock()
        say("LOCKED")
        var byte: UInt8 = 0
        while read(0, &byte, 1) > 0 {}
        withExtendedLifetime(lock) {}
    default: exit(64)
    }
}

guard CommandLine.arguments.count >= 3 else { exit(64) }
do throws(SpoolError) {
    try run(CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments.dropFirst(3).first)
} catch {
    say("ERROR \(error)")
    exit(1)
}
