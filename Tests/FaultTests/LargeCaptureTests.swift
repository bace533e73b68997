import AS4
import Foundation
import Gateway
import Signatures
import TestSupport
import Testing

extension Faults {
    /// `sluss as4 check` on a capture far larger than what it may use of memory for it.
    @Suite("Large captures")
    struct LargeCaptureTests {
        /// The same random block again and again: longer than gzip remembers, so that it does not shrink.
        private struct Repeated: ByteSource {
            let block = (0..<(1 << 17)).map { _ in UInt64.random(in: 0 ... .max) }.flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
            }
            let count: Int

            func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
                let start = offset % block.count
                let length = max(0, min(buffer.count, count - offset, block.count - start))
                buffer.copyBytes(from: block[start..<(start + length)])
                return length
            }
        }

        /// A message of the region to the kommun with an attachment of so many bytes, encrypted and signed, with its header line.
        private static func capture(_ count: Int, in folder: TemporaryFolder, _ pki: DevelopmentPKI) throws -> String {
            let certificate = try #require(try Certificate.load(path: pki.certificate(.region, .as4)).first)
            let recipient = try #require(try Certificate.load(path: pki.certificate(.kommun, .as4)).first)
            var message = UserMessage(
                messageID: "large@region.example", timestamp: Date(), from: AS4Party(PartyID("a", type: "urn:x"), role: EBMSName.initiator),
                to: AS4Party(PartyID("b", type: "urn:x"), role: EBMSName.responder),
                exchange: .init(service: ServiceName("s", type: "urn:x"), action: "a", conversationID: "c"))
            message.setCorners(originalSender: "1", finalRecipient: "2")
            let payload = OutboundPayload(.compressed(contentID: "film", mimeType: "video/mp4"), content: Repeated(count: count))
            let scratch = try TemporaryScratch()
            let packed = try OutboundPackager(
                key: try PrivateKey.load(path: pki.key(.region, .as4)), certificate: certificate, encryptingFor: recipient
            ).pack(message, payloads: [payload], scratch: scratch, into: scratch.makeSink())
            let path = try folder.write("Content-Type: \(packed.contentType)\r\n\r\n", to: "\(count).http")
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            try packed.body.forEachPiece(orThrow: \.self) { (piece: UnsafeRawBufferPointer) throws(StreamFault) in file.write(Data(piece)) }
            try file.close()
            return path
        }

        /// Runs the command and watches how large it becomes, in bytes, and what it says.
        private static func peak(_ arguments: [String], in folder: TemporaryFolder) async throws -> (bytes: Int, output: String) {
            let path = folder.file("output")
            let output = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
            defer { for descriptor in [output, nothing] { close(descriptor) } }
            let child = try ChildProcess(
                .init(path: try Binary.tool().path, arguments: arguments), streams: .init(input: nothing, output: output, errors: output))
            var peak = 0
            _ = try await eventually(within: .seconds(120), every: .milliseconds(1)) {
                let status = (try? String(contentsOfFile: "/proc/\(child.identifier)/status", encoding: .utf8)) ?? ""
                let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
                peak = max(peak, (Int(line.filter(\.isNumber)) ?? 0) << 10)
                return child.exitCodeIfEnded() != nil
            }
            return (peak, try String(contentsOfFile: path, encoding: .utf8))
        }

        @Test("A capture of 100 MB is judged, and takes at most 64 MB more than one of a kilobyte")
        func bounded() async throws {
            let folder = try TemporaryFolder("captures")
            let pki = try DevelopmentPKI.shared()
            let key = try String(contentsOfFile: pki.key(.kommun, .as4), encoding: .utf8)
            let own = try folder.write(key + String(contentsOfFile: pki.certificate(.kommun, .as4), encoding: .utf8), to: "own.pem")
            _ = try folder.makeFolder("ca")
            for path in [pki.root(.as4), pki.issuing(.as4)] {
                try folder.write(String(contentsOfFile: path, encoding: .utf8), to: "ca/" + URL(filePath: path).lastPathComponent)
            }
            let rest = ["--json", "--key", own, "--trust", folder.file("ca"), "--pin", pki.certificate(.region, .as4)]
            var peaks: [Int] = []
            for count in [1_000, 100_000_000] {
                let (peak, output) = try await Self.peak(
                    ["as4", "check", try Self.capture(count, in: folder, pki)] + rest, in: folder)
                #expect(output.contains("\"verdict\":\"accepted\"") && output.contains("\"size_bytes\":\(count)"), "\(output)")
                peaks.append(peak)
            }
            print("as4 check: \(peaks[0] >> 20) MB for 1 kB, \(peaks[1] >> 20) MB for 100 MB")
            #expect(peaks[0] > 0 && peaks[1] - peaks[0] <= 64 << 20, "\(peaks)")
        }
    }
}
