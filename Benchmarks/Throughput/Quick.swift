import Foundation
import Signatures
import TestSupport

/// `sluss-benchmark quick`: everything of `make bench-quick`. `large` is in ``Large``, `register` in ``Register``.
@main
struct Quick {
    /// Files that both sides make durable for one message: sender message, envelope, request, receipt, one history line and the answer to the
    /// submitter; receiver message, envelope, receipt with duplicate record, one history line, and the two files handed over.
    private static let filesPerMessage = 12.0

    static func main() async throws {
        switch CommandLine.arguments.dropFirst() {
        case ["quick"]: break
        case ["large"]: return try await Large.run()
        case ["register"]: return try Register.run()
        default:
            print("usage: sluss-benchmark quick|large|register")
            exit(64)
        }
        var result = QuickResult()
        let rig = try Rig(as4Key: "rsa3072")
        try calibrate(rig, &result)
        try DecisionProbe(certificates: rig.certificates).run(&result)
        let (region, regionReady) = try await rig.start("region")
        let (kommun, kommunReady) = try await rig.start("kommun")
        result.readyMilliseconds = [regionReady, kommunReady]
        try await Task.sleep(for: .seconds(2))
        result.idleMegabytes = [Rig.megabytes("VmRSS", of: region), Rig.megabytes("VmRSS", of: kommun)]
        let before = [region, kommun].map { Rig.processorMilliseconds(of: $0) }
        try await saturate(rig, &result, for: 12)
        let after = [region, kommun].map { Rig.processorMilliseconds(of: $0) }
        result.processorMilliseconds = zip(after, before).map { ($0 - $1) / Double(max(1, result.messages)) }
        try await pace(rig, &result, rate: result.messagesPerSecond / 2, for: 10)
        result.peakMegabytes = [Rig.megabytes("VmHWM", of: region), Rig.megabytes("VmHWM", of: kommun)]
        try await kommun.stop()
        try await region.stop()
        result.show()
        try KeptResult.write(result, as: "quick")
    }

    private static func calibrate(_ rig: Rig, _ result: inout QuickResult) throws {
        let rsa = try PrivateKey.load(path: rig.certificates.key(.kommun, .as4))
        let elliptic = try PrivateKey.load(path: rig.certificates.key(.kommun, .signing))
        result.rsaPerSecond = Probe.signatures(rsa, for: 2)
        result.ellipticPerSecond = Probe.signatures(elliptic, for: 1)
        result.durableFilesPerSecond = Probe.durableFiles(in: rig.folder.path, for: 3)
        // The sender signs the business message (P-256) and the AS4 message, the receiver opens the encryption and signs the receipt (RSA-3072).
        let keyTime = 1 / result.ellipticPerSecond + 3 / result.rsaPerSecond
        result.limit = min(1 / keyTime, result.durableFilesPerSecond / filesPerMessage)
    }

    /// As much as goes through: a window of messages is always waiting.
    private static func saturate(_ rig: Rig, _ result: inout QuickResult, for seconds: Double) async throws {
        let before = rig.delivered
        let clock = ContinuousClock()
        let began = clock.now
        var submitted = 0
        var first: (count: Int, at: Double)?
        while (clock.now - began).seconds < seconds {
            let done = rig.delivered - before
            for _ in 0..<max(0, min(64, 192 - (submitted - done))) {
                _ = try rig.submit(rig.message(), named: "load-\(submitted)")
                submitted += 1
            }
            // The first seconds fill pipes and connections; they are not counted.
            if first == nil, (clock.now - began).seconds > 3 { first = (done, (clock.now - began).seconds) }
            try await Task.sleep(for: .milliseconds(20))
        }
        let (done, elapsed) = (rig.delivered - before, (clock.now - began).seconds)
        result.messagesPerSecond = Double(done - (first?.count ?? 0)) / (elapsed - (first?.at ?? 0))
        let isDrained = try await eventually(within: .seconds(60)) { rig.delivered - before == submitted }
        guard isDrained else { throw SupportFailure("\(submitted - rig.delivered + before) of \(submitted) messages were not delivered") }
        result.messages = submitted
    }

    /// Half the load, evenly spaced: the time from submission to the stored receipt.
    private static func pace(_ rig: Rig, _ result: inout QuickResult, rate: Double, for seconds: Double) async throws {
        let before = rig.delivered
        let clock = ContinuousClock()
        let began = clock.now
        var times: [String: Date] = [:]
        while (clock.now - began).seconds < seconds {
            while Double(times.count) < (clock.now - began).seconds * rate {
                let name = "paced-\(times.count)"
                times[name] = try rig.submit(rig.message(), named: name)
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        let isDrained = try await eventually(within: .seconds(60)) { rig.delivered - before == times.count }
        guard isDrained else { throw SupportFailure("paced messages were not delivered") }
        let received = try rig.receiptTimes()
        let delays = times.compactMap { name, sent in received[name].map { $0.timeIntervalSince(sent) * 1_000 } }.sorted()
        guard delays.count == times.count else { throw SupportFailure("\(times.count - delays.count) receipts have no time") }
        result.pacedPerSecond = rate
        result.medianMilliseconds = delays[delays.count / 2]
        result.slowestHundredthMilliseconds = delays[min(delays.count - 1, delays.count * 99 / 100)]
    }
}
