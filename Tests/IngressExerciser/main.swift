// Puts files through the doors of a gateway, one by one, and prints what each cost. For tests that measure; it stores what is accepted.
//
//   ingress-exerciser CONFIGURATION [CERTIFICATE KEY RECIPIENT] < LIST
//
// A line of the list is KIND, a tab, PATH. Kinds: `envelope` (a bare SOAP body from the partner), `entity` (header lines, an empty line, the
// body), `encrypted` (the document in a message that the partner signed with CERTIFICATE and KEY and encrypted to RECIPIENT), `message` (a
// submission), `gzip` (a compressed part), `certificate`, `schema` (an XSD and a document, one after the other with a zero byte between). A
// line of the answer is VERDICT, milliseconds of processor time, kilobytes by which the process grew, KIND, PATH, with tabs between. Opening
// the file BEGIN, which is not there, marks in a trace that what follows is work on input.
import AS4
import CareMessages
import Documents
import Foundation
import Gateway
import Glibc
import Signatures
import Spooling

/// The gateway that the files are put through.
struct Doors {
    let inbound: InboundPipeline
    let outbound: OutboundPipeline
    let partner: Partner?

    init(configuration path: String, partner: Partner?) throws {
        self.partner = partner
        let outcome = ConfigurationCheck.run(path: path, at: Date())
        guard let accepted = outcome.accepted else { throw CocoaError(.fileReadCorruptFile) }
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: try MessageCheck())
        let spools = try Spools(root: parts.configuration.paths.spool, create: true)
        let ledger = try spools.ledger()
        inbound = InboundPipeline(parts, spools: spools, ledger: ledger)
        outbound = OutboundPipeline(parts, spools: spools, ledger: ledger)
    }

    /// What opens the door; the partner's own work is done before.
    func opening(_ kind: Substring, _ bytes: [UInt8]) -> () -> String {
        guard kind == "encrypted" else { return { verdict(kind, bytes) } }
        guard let entity = try? partner?.entity(around: bytes) else { return { "not packed" } }
        return { wire(entity) }
    }

    private func verdict(_ kind: Substring, _ bytes: [UInt8]) -> String {
        switch kind {
        case "envelope": wire(AS4Entity(contentType: "application/soap+xml; charset=UTF-8", body: bytes))
        case "entity": wire(Self.captured(bytes))
        case "message": submission(bytes)
        case "gzip": refusal { try Gzip.decompress(MemorySource(bytes), limits: .standard, into: MemoryScratch().makeSink()) }
        case "certificate": refusal { _ = try Certificate.chain(pem: bytes) }
        case "schema": refusal { try Self.judge(bytes) }
        default: "unknown kind"
        }
    }

    private func wire(_ entity: AS4Entity) -> String {
        switch inbound.receive(StreamedEntity(entity), from: "region").event {
        case .stored, .repeated: "accepted"
        case .refused(_, let code, _): code
        case .unavailable(let code): "unavailable \(code)"
        case .tested: "accepted"
        case .signal: "noted"
        }
    }

    private func submission(_ bytes: [UInt8]) -> String {
        do {
            let submission = try outbound.submit(bytes)
            return submission.copies.isEmpty ? submission.findings.first?.rule ?? "refused" : "accepted"
        } catch {
            return "\(type(of: error))"
        }
    }

    private func refusal(_ work: () throws -> Void) -> String {
        do {
            try work()
            return "read"
        } catch let error as EBMSError {
            return error.refusal.code
        } catch {
            return (error as? Refusal)?.code ?? "\(type(of: error))"
        }
    }

    /// Compiles a schema and judges a document by it. Throws what either is refused with.
    private static func judge(_ bytes: [UInt8]) throws {
        let halves = bytes.split(separator: 0, maxSplits: 1).map(Array.init)
        guard halves.count == 2 else { throw CocoaError(.fileReadCorruptFile) }
        let compiled = try Schema(main: "main.xsd", files: ["main.xsd": halves[0]])
        if let first = compiled.violations(in: try Document.parse(halves[1])).first { throw first }
    }

    /// Header lines, unfolded; only the Content-Type counts.
    private static func captured(_ bytes: [UInt8]) -> AS4Entity {
        for end in ["\r\n\r\n", "\n\n"].map({ Array($0.utf8) }) {
            guard let place = bytes.firstRange(of: end) else { continue }
            let head = String(decoding: bytes[..<place.lowerBound], as: UTF8.self).replacing(/\r?\n[ \t]+/, with: " ")
            let type = head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-type:") }
            let value = (type?.dropFirst("content-type:".count) ?? "").trimmingCharacters(in: .whitespaces)
            return AS4Entity(contentType: value, body: Array(bytes[place.upperBound...]))
        }
        return AS4Entity(contentType: "", body: bytes)
    }
}

/// What this process has used.
enum Usage {
    /// Processor seconds of all its threads.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Kilobytes of a line of /proc/self/status.
    static func kilobytes(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    /// Lets the peak begin anew.
    static func resetPeak() {
        let file = open("/proc/self/clear_refs", O_WRONLY)
        _ = write(file, "5", 1)
        close(file)
    }
}

private let arguments = CommandLine.arguments.dropFirst()
guard let configuration = arguments.first, arguments.count == 1 || arguments.count == 4,
    let doors = try? Doors(configuration: configuration, partner: try Partner(Array(arguments.dropFirst())))
else {
    print("usage: ingress-exerciser CONFIGURATION [CERTIFICATE KEY RECIPIENT] < LIST")
    exit(64)
}
_ = open("BEGIN", O_RDONLY)
while let line = readLine() {
    let fields = line.split(separator: "\t", maxSplits: 1)
    guard fields.count == 2, let content = try? Data(contentsOf: URL(filePath: String(fields[1]))) else { continue }
    let open = doors.opening(fields[0], [UInt8](content))
    Usage.resetPeak()
    let (size, start) = (Usage.kilobytes("VmRSS"), Usage.seconds)
    let verdict = open()
    let (seconds, peak) = (Usage.seconds - start, Usage.kilobytes("VmHWM"))
    print(verdict, Int(seconds * 1000), max(0, peak - size), fields[0], fields[1], separator: "\t")
}
