import Foundation
import TestSupport

/// What one run gave. Pairs are region (receiver) and kommun (sender).
struct QuickResult: Codable {
    var rsaPerSecond = 0.0
    var ellipticPerSecond = 0.0
    var durableFilesPerSecond = 0.0
    var limit = 0.0
    var judgedMilliseconds = 0.0
    var decidedMilliseconds = 0.0
    var messages = 0
    var messagesPerSecond = 0.0
    var processorMilliseconds: [Double] = []
    var pacedPerSecond = 0.0
    var medianMilliseconds = 0.0
    var slowestHundredthMilliseconds = 0.0
    var readyMilliseconds: [Double] = []
    var idleMegabytes: [Double] = []
    var peakMegabytes: [Double] = []

    func show() {
        func number(_ value: Double, _ digits: Int = 0) -> String { String(format: "%.\(digits)f", value) }
        func pair(_ values: [Double], _ digits: Int = 0) -> String { values.map { number($0, digits) }.joined(separator: " and ") }
        print(
            """
            this machine, all cores
              RSA-3072 private operations     \(number(rsaPerSecond)) /s
              P-256 signatures                \(number(ellipticPerSecond)) /s
              durable 8 kB files              \(number(durableFilesPerSecond)) /s
              limit for one message           \(number(limit)) /s
            deciding an M05 in its case, one core
              parse, signature, schema        \(number(judgedMilliseconds, 2)) ms
              and rules, routing, case        \(number(decidedMilliseconds, 2)) ms
              ratio                           \(number(decidedMilliseconds / judgedMilliseconds, 2)) (to stay below 2)
            8 kB messages, two daemons, mutual TLS, signatures, receipts, every write synced
              throughput                      \(number(messagesPerSecond)) messages/s over \(messages) messages
              ratio to the limit              \(number(messagesPerSecond / limit, 2))
              processor time a message        \(pair(processorMilliseconds, 1)) ms
              submission to receipt at \(number(pacedPerSecond)) /s  p50 \(number(medianMilliseconds, 1)) ms, p99 \(number(slowestHundredthMilliseconds, 1)) ms
            daemons (receiver and sender; so are the pairs above)
              ready after                     \(pair(readyMilliseconds)) ms
              memory idle (RSS)               \(pair(idleMegabytes, 1)) MB
              memory peak (RSS)               \(pair(peakMegabytes, 1)) MB
            """)
    }
}
