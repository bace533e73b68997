import Foundation
import Glibc
import Signatures

extension AuditTrail {
    /// The chain of the lines, judged.
    package struct ChainReport: Encodable, Sendable, Equatable {
        /// How many lines the file has.
        package var lines: Int
        /// The numbers, from 1, of the lines that do not follow from the line before them.
        package var breaks: [Int]
    }

    /// What a status looks at: some thousand lines.
    static let recentBytes = 1 << 20

    /// Judges the whole file: behind each break something was changed, removed or put in, or a crash tore a line. Lines cut off at the end
    /// cannot be seen so; a copy kept elsewhere shows them. A file that is not there yet has no lines. Blocking: reads the file.
    ///
    /// - Throws: ``AuditFailure`` when the file cannot be read.
    package func chain() throws(AuditFailure) -> ChainReport {
        Self.judge(try tail(.max).bytes, expecting: "")
    }

    /// The breaks of ``chain()``.
    ///
    /// - Throws: ``AuditFailure`` when the file cannot be read.
    package func breaks() throws(AuditFailure) -> [Int] { try chain().breaks }

    /// Whether the last mebibyte can be read and is one chain: what is asked at every look at the gateway must not cost more as the file grows.
    package var isRecentlyWhole: Bool {
        guard let (bytes, isWholeFile) = try? tail(Self.recentBytes) else { return false }
        guard !isWholeFile else { return Self.judge(bytes, expecting: "").breaks.isEmpty }
        // The line that was cut is left out, and the first whole one has nothing to follow from.
        return Self.judge(bytes.drop { $0 != UInt8(ascii: "\n") }, expecting: nil).breaks.isEmpty
    }

    private static func judge(_ bytes: ArraySlice<UInt8>, expecting first: String?) -> ChainReport {
        struct Link: Decodable { let previous: String }
        var report = ChainReport(lines: 0, breaks: [])
        var expected = first
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            report.lines += 1
            let link = try? JSONDecoder().decode(Link.self, from: Data(line))
            if link == nil || expected.map({ $0 != link?.previous }) ?? false { report.breaks.append(report.lines) }
            expected = Digest.sha256(Array(line)).hexadecimal
        }
        return report
    }

    /// The end of the file, at most so many bytes, and whether that is all of it. Empty when there is no file.
    private func tail(_ limit: Int) throws(AuditFailure) -> (bytes: ArraySlice<UInt8>, isWholeFile: Bool) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return ([], true) }
            throw AuditFailure(path: path, errno: errno)
        }
        defer { close(descriptor) }
        // A command that is writing a line has not ended it.
        guard flock(descriptor, LOCK_SH) == 0 else { throw AuditFailure(path: path, errno: errno) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let start = max(0, size - limit)
        var bytes = [UInt8](repeating: 0, count: size - start)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(start + filled))
            }
            guard count >= 0 else { throw AuditFailure(path: path, errno: errno) }
            guard count > 0 else { break }
            filled += count
        }
        return (bytes[..<filled], start == 0)
    }
}
