import CareMessages
import Foundation
import Signatures
import TestSupport
import Testing

extension Faults {
    /// A message far larger than what a daemon may use of memory for it.
    @Suite("Large messages")
    struct LargeMessageTests {
        /// A line of `/proc/PID/status`, in bytes.
        private static func memory(_ field: String, of station: Station) -> Int {
            let status = (try? String(contentsOfFile: "/proc/\(station.identifier ?? 0)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
            return (Int(line.split(whereSeparator: { !$0.isNumber }).first ?? "") ?? 0) << 10
        }

        @Test("An attachment of 32 MB passes two daemons that grow by at most 64 MB, and arrives as it was")
        func bounded() async throws {
            let exchange = try Exchange("large")
            try await exchange.start()
            let bytes = Data((0..<(32 << 20) / 8).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: 0 ... .max)) { Array($0) } })
            let text = ExampleMessage(
                .remiss, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased()
            ).xml
            let declared =
                "<sam:Bilaga><sam:Bilageid>b</sam:Bilageid><sam:Mediatyp>video/mp4</sam:Mediatyp><sam:Storlek>\(bytes.count)</sam:Storlek>"
                + "<sam:Sha256>\(Hexadecimal.text(Digest.sha256(Array(bytes))))</sam:Sha256></sam:Bilaga></sam:Kuvert>"
            let submit = exchange.kommun.folder + "/submit"
            try FileManager.default.createDirectory(atPath: submit + "/large.bilagor", withIntermediateDirectories: false)
            try bytes.write(to: URL(filePath: submit + "/large.bilagor/b"))
            let before = [exchange.kommun, exchange.region].map { Self.memory("VmRSS", of: $0) }
            try Data(text.replacing("</sam:Kuvert>", with: declared).utf8).write(to: URL(filePath: submit + "/large.part"))
            try FileManager.default.moveItem(atPath: submit + "/large.part", toPath: submit + "/large.xml")
            let inbox = exchange.region.folder + "/inbox"
            func handedOver() -> [String] {
                ((try? FileManager.default.contentsOfDirectory(atPath: inbox)) ?? []).filter { $0.hasSuffix(".xml") }
            }
            #expect(try await eventually(within: .seconds(180)) { handedOver().count == 1 })
            let name = try #require(handedOver().first).dropLast(".xml".count)
            #expect(try Data(contentsOf: URL(filePath: "\(inbox)/\(name).bilaga-1")) == bytes)
            let growth = zip([exchange.kommun, exchange.region], before).map { Self.memory("VmHWM", of: $0) - $1 }
            print("32 MB attachment: sender grew by \(growth[0] >> 20) MB, receiver by \(growth[1] >> 20) MB")
            #expect(growth.allSatisfy { $0 <= 64 << 20 }, "\(growth)")
            try await exchange.stop()
        }
    }
}
