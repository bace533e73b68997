import CareMessages
import Foundation
import Glibc
import Signatures
import TestSupport

/// `sluss-benchmark large`: everything of `make bench-large`. Attachments that do not shrink, with both daemons fresh for each row, so that
/// their peaks of memory are those of the row.
enum Large {
    /// What one row sends.
    struct Row: Codable {
        let name: String
        let megabytes: Int
        let count: Int
        /// The kommun sends a remiss; the region answers one.
        let fromRegion: Bool
        /// Most megabytes each daemon may grow by.
        let bar: Double
        var seconds = 0.0
        /// Of the sender and the receiver.
        var growthMegabytes: [Double] = []

        var isWithinBar: Bool { growthMegabytes.allSatisfy { $0 <= bar } }
    }

    static func run() async throws {
        var rows = [
            Row(name: "kommun to region", megabytes: 100, count: 1, fromRegion: false, bar: 64),
            Row(name: "region to kommun", megabytes: 100, count: 1, fromRegion: true, bar: 64),
            Row(name: "kommun to region", megabytes: 1_000, count: 1, fromRegion: false, bar: 64),
            Row(name: "region to kommun", megabytes: 1_000, count: 1, fromRegion: true, bar: 64),
            Row(name: "kommun to region, at once", megabytes: 100, count: 8, fromRegion: false, bar: 256),
        ]
        for index in rows.indices {
            try await measure(&rows[index])
            show(rows[index])
        }
        try KeptResult.write(rows, as: "large")
        if !rows.allSatisfy(\.isWithinBar) { exit(1) }
    }

    private static func measure(_ row: inout Row) async throws {
        let rig = try Rig(as4Key: "rsa3072", largeBodies: true)
        let (region, kommun) = (try await rig.start("region").gateway, try await rig.start("kommun").gateway)
        let (sender, receiver) = row.fromRegion ? (region, kommun) : (kommun, region)
        let cases = (0..<row.count).map { _ in (message: UUID().uuidString.lowercased(), case: UUID().uuidString.lowercased()) }
        if row.fromRegion {
            // The answer needs what it answers.
            for (index, ids) in cases.enumerated() {
                try rig.drop(remiss(ids.message, ids.case), attachment: nil, named: "first-\(index)", from: "kommun")
            }
            try await rig.wait(for: row.count, in: "region")
        }
        let file = rig.folder.path + "/attachment"
        let digest = try LargeFile.write(row.megabytes, to: file)
        let from = row.fromRegion ? "region" : "kommun"
        for (index, ids) in cases.enumerated() {
            let message = row.fromRegion ? answer(to: ids.message, ids.case) : remiss(ids.message, ids.case)
            try rig.prepare(attachment: file, named: "large-\(index)", from: from)
            try rig.write(declaring(message, row.megabytes * 1_000_000, digest), named: "large-\(index)", from: from)
        }
        try await Task.sleep(for: .seconds(2))
        let before = [sender, receiver].map { Rig.megabytes("VmRSS", of: $0) }
        let clock = ContinuousClock()
        let began = clock.now
        for index in cases.indices { try rig.release("large-\(index)", from: from) }
        try await rig.wait(for: row.count, in: row.fromRegion ? "kommun" : "region")
        row.seconds = (clock.now - began).seconds
        row.growthMegabytes = zip([sender, receiver], before).map { Rig.megabytes("VmHWM", of: $0) - $1 }
        try await kommun.stop()
        try await region.stop()
    }

    private static func remiss(_ id: String, _ caseID: String) -> String {
        ExampleMessage(.remiss, sent: Date().addingTimeInterval(-60), messageID: id, caseID: caseID).xml
    }

    private static func answer(to id: String, _ caseID: String) -> String {
        var message = ExampleMessage(.remissvar, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: caseID)
        message.refersTo = id
        return message.xml
    }

    private static func declaring(_ text: String, _ size: Int, _ digest: String) -> String {
        text.replacing(
            "</sam:Kuvert>",
            with: "<sam:Bilaga><sam:Bilageid>b</sam:Bilageid><sam:Mediatyp>video/mp4</sam:Mediatyp><sam:Storlek>\(size)</sam:Storlek>"
                + "<sam:Sha256>\(digest)</sam:Sha256></sam:Bilaga></sam:Kuvert>")
    }

    private static func show(_ row: Row) {
        let growth = row.growthMegabytes.map { String(format: "%.0f", $0) }.joined(separator: " and ")
        let size = row.count == 1 ? "\(row.megabytes) MB" : "\(row.count) x \(row.megabytes) MB"
        let verdict = row.isWithinBar ? "" : "  over the bar"
        print(
            "\(size) \(row.name): \(String(format: "%.1f", row.seconds)) s; sender and receiver grew by \(growth) MB of \(Int(row.bar))\(verdict)"
        )
    }
}

/// A file that does not shrink.
enum LargeFile {
    /// Writes so many megabytes of noise and returns their SHA-256.
    static func write(_ megabytes: Int, to path: String) throws -> String {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw SupportFailure("cannot write \(path)")
        }
        defer { try? file.close() }
        var digest = Digest.SHA256Stream()
        var piece = [UInt8](repeating: 0, count: 1_000_000)
        for _ in 0..<megabytes {
            // Asked for at most 256 bytes a call, the kernel always gives all of them.
            for start in stride(from: 0, to: piece.count, by: 250) {
                piece.withUnsafeMutableBytes { _ = getentropy($0.baseAddress?.advanced(by: start), 250) }
            }
            piece.withUnsafeBytes { digest.update($0) }
            try file.write(contentsOf: piece)
        }
        return Hexadecimal.text(digest.finish())
    }
}
