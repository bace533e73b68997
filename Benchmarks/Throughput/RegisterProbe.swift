import CareMessages
import Foundation
import Gateway
import Spooling
import TestSupport

/// How long a register of a hundred thousand cases takes to list, on a spool with a folder for each of three hundred thousand messages and the
/// index that the daemon keeps. The folders are empty: a list opens none of them, it only sees that they are there.
struct RegisterProbe {
    let folder: String
    let certificates: DevelopmentPKI

    static let caseCount = 100_000

    /// Makes the spool and tells where its configuration is.
    func prepare(at now: Date) throws -> String {
        var writer = ConfigurationWriter(.region, certificates: certificates, port: try FreePort.next())
        writer.partners = [.init(.kommun, port: try FreePort.next())]
        let configuration = try writer.write(to: folder)
        try fill(folder + "/spool", lines(at: now))
        return configuration
    }

    /// Seconds that `sluss case list` takes for its table, which shows the newest thousand.
    func newest(_ configuration: String) throws -> Double { try list([], configuration, to: folder + "/table", lines: 1_001) }

    /// Seconds that it takes to print every case.
    func dump(_ configuration: String) throws -> Double {
        try list(["--json"], configuration, to: folder + "/dump", lines: Self.caseCount)
    }

    /// A spool as it would be after all these messages.
    private func fill(_ root: String, _ lines: [LedgerLine]) throws {
        _ = try Spools(root: root, create: true)
        for line in lines {
            let path = "\(root)/outbound/done/\(line.id)"
            guard mkdir(path, 0o700) == 0 else { throw SupportFailure("cannot make \(path)", errorNumber: errno) }
        }
        let index = LedgerIndex(root: root)
        index.append(lines, after: index.read())
    }

    /// The same in this process: seconds for reading, and for judging deadlines and payment.
    func measure(at now: Date) throws -> (reading: Double, judging: Double) {
        let clock = ContinuousClock()
        let began = clock.now
        let cases = CaseCollection(LedgerIndex(root: folder + "/spool").read().lines)
        let reading = (clock.now - began).seconds
        let read = clock.now
        let reports = cases.compactMap { CaseReport($0, under: .law, at: now) }.sorted(by: CaseReport.precedes)
        let judging = (clock.now - read).seconds
        guard reports.count == Self.caseCount, reports.allSatisfy({ $0.messages == 3 && $0.payment != nil }) else {
            throw SupportFailure("the register has \(reports.count) cases")
        }
        return (reading, judging)
    }

    /// Runs the command and tells how long it took, from its start to its end.
    private func list(_ options: [String], _ configuration: String, to path: String, lines: Int) throws -> Double {
        let output = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [output, nothing] where descriptor >= 0 { close(descriptor) } }
        guard output >= 0, nothing >= 0 else { throw SupportFailure("opening \(path)", errorNumber: errno) }
        let clock = ContinuousClock()
        let began = clock.now
        let command = try ChildProcess(
            .init(path: try Binary.tool().path, arguments: ["case", "list", "--config", configuration] + options),
            streams: .init(input: nothing, output: output, errors: 2))
        while command.exitCodeIfEnded() == nil { usleep(1_000) }
        let seconds = (clock.now - began).seconds
        let listed = try Data(contentsOf: URL(filePath: path)).count { $0 == UInt8(ascii: "\n") }
        guard command.exitCodeIfEnded() == 0, listed == lines else { throw SupportFailure("sluss case list printed \(listed) lines") }
        return seconds
    }

    /// The events of an admission (M01, M02, M05), again and again with ids and times of their own.
    private func lines(at now: Date) throws -> [LedgerLine] {
        let types: [MessageType] = [.inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar]
        let story = try types.map { CaseEvent(try Judge.message(ExampleFiles.all[ExampleMessage.fileName($0)] ?? [])) }
        guard let last = story.last?.sent else { throw SupportFailure("no examples") }
        var random = SystemRandomNumberGenerator()
        var lines: [LedgerLine] = []
        lines.reserveCapacity(story.count * Self.caseCount)
        let key = String(repeating: "5a", count: 32)
        for number in 0..<Self.caseCount {
            let caseID = UUID().uuidString.lowercased()
            let shift = now.timeIntervalSince(last) - Double(number) * 60
            for event in story {
                var event = event
                (event.messageID, event.caseID) = (UUID().uuidString.lowercased(), caseID)
                (event.refersTo, event.replaces) = (nil, nil)
                event.sent += shift
                event.facts.admitted? += shift
                event.facts.assessed? += shift
                lines.append(
                    LedgerLine(
                        event, id: MessageID.make(at: event.sent, random: &random), isInbound: false, partner: "kommun",
                        patientKeys: [key]))
            }
        }
        return lines
    }
}
