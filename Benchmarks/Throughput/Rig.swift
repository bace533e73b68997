import CareMessages
import Foundation
import Glibc
import TestSupport

/// Two gateways on loopback, kommun to region, with fresh messages to send.
struct Rig {
    let folder: TemporaryFolder
    let pair: GatewayPair
    let certificates: DevelopmentPKI
    private let configurations: (region: String, kommun: String)
    /// What stands between the two ids of a message: made once, so that making messages takes no time from the machine under test.
    private let template: (before: [UInt8], between: [UInt8], after: [UInt8])

    init(as4Key: String, largeBodies: Bool = false) throws {
        folder = try TemporaryFolder("bench")
        certificates = try DevelopmentPKI.make(in: folder.path + "/certs", organisations: [.region, .kommun], as4Key: as4Key)
        var pair = try GatewayPair(in: folder.path, certificates: certificates)
        pair.kommun.partners[0].concurrency = 16
        pair.region.requestsPerPartner = 16
        if largeBodies {
            (pair.region.maximumBody, pair.kommun.maximumBody) = ("8GiB", "8GiB")
            (pair.region.partners[0].send, pair.region.partners[0].receive) = (["M19"], ["M17"])
            (pair.kommun.partners[0].send, pair.kommun.partners[0].receive) = (["M17"], ["M19"])
        }
        self.pair = pair
        configurations = try pair.write()
        template = try Self.template()
    }

    /// Starts a daemon and tells how long it took until it was ready, in milliseconds.
    func start(_ name: String) async throws -> (gateway: RunningGateway, milliseconds: Double) {
        var options = RunningGateway.Options()
        options.environment["SLUSS_LOG_LEVEL"] = "warning"
        let configuration = name == "region" ? configurations.region : configurations.kommun
        let clock = ContinuousClock()
        let began = clock.now
        let gateway = try await RunningGateway(configuration: configuration, log: "\(folder.path)/\(name).log", options: options)
        return (gateway, (clock.now - began).seconds * 1_000)
    }

    /// A remiss of about 8 kB, as it is submitted, with ids of its own.
    func message() -> [UInt8] {
        let (messageID, caseID) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        return template.before + messageID.utf8 + template.between + caseID.utf8 + template.after
    }

    private static func template() throws -> (before: [UInt8], between: [UInt8], after: [UInt8]) {
        let (messageID, caseID) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        let text = ExampleMessage(.remiss, sent: Date(), messageID: messageID, caseID: caseID).xml
        let padding = String(repeating: "Utan anmärkning i övrigt. ", count: max(0, (8_192 - text.utf8.count) / 27))
        let padded = text.replacing("</sam:Bakgrund>", with: " " + padding + "</sam:Bakgrund>")
        guard let first = padded.range(of: messageID), let second = padded.range(of: caseID), first.upperBound <= second.lowerBound else {
            throw SupportFailure("the example has no ids in the order expected")
        }
        return (
            Array(padded[..<first.lowerBound].utf8), Array(padded[first.upperBound..<second.lowerBound].utf8),
            Array(padded[second.upperBound...].utf8)
        )
    }

    /// Puts a message into the kommun's drop folder; the time is that of the rename.
    func submit(_ bytes: [UInt8], named name: String) throws -> Date {
        let path = "\(pair.kommunFolder)/submit/\(name)"
        guard FileManager.default.createFile(atPath: path + ".part", contents: Data(bytes)) else {
            throw SupportFailure("cannot write \(path)")
        }
        let time = Date()
        guard rename(path + ".part", path + ".xml") == 0 else { throw SupportFailure("cannot rename", errorNumber: errno) }
        return time
    }

    /// How many messages have their receipt stored.
    ///
    /// A folder has one link more for each folder in it: counting costs the machine under test nothing.
    var delivered: Int {
        var status = stat()
        return stat("\(pair.kommunFolder)/spool/outbound/done", &status) == 0 ? Int(status.st_nlink) - 2 : 0
    }

    /// When each submitted file's message had its receipt stored, by the file's name.
    func receiptTimes() throws -> [String: Date] {
        var times: [String: Date] = [:]
        for name in names(in: "\(pair.kommunFolder)/submit") where name.hasSuffix(".accepted.json") {
            let answer = FileManager.default.contents(atPath: "\(pair.kommunFolder)/submit/\(name)") ?? Data()
            guard let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any],
                let copy = (object["copies"] as? [[String: Any]])?.first, let id = copy["id"] as? String
            else { continue }
            let history = FileManager.default.contents(atPath: "\(pair.kommunFolder)/spool/outbound/done/\(id)/history.jsonl") ?? Data()
            for line in history.split(separator: UInt8(ascii: "\n")) {
                guard let record = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else { continue }
                let fields = record["record"] as? [String: Any] ?? record
                guard fields["event"] as? String == "delivered", let at = fields["at"] as? String else { continue }
                times[String(name.dropLast(".accepted.json".count))] = try Date(
                    at, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            }
        }
        return times
    }

    private func names(in folder: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    /// Processor time a daemon has used so far, in milliseconds (`utime` and `stime` of `/proc/PID/stat`).
    static func processorMilliseconds(of gateway: RunningGateway) -> Double {
        let stat = (try? String(contentsOfFile: "/proc/\(gateway.process.identifier)/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ").compactMap { Double($0) } ?? []
        // The state is a letter and falls out; utime and stime are the 14th and 15th field of the line.
        guard fields.count > 11 else { return 0 }
        return (fields[10] + fields[11]) * 1_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// A line of `/proc/PID/status`, in megabytes.
    static func megabytes(_ field: String, of gateway: RunningGateway) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(gateway.process.identifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
        return Double(line.split(whereSeparator: { !$0.isNumber }).first ?? "0").map { $0 / 1_024 } ?? 0
    }
}
