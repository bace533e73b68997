import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzers found, and what they begin with, run in the ordinary tests: a trap ends the test process, which is noticed.
@Suite("Fuzzing")
struct RegressionTests {
    private static func files(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: ProjectRoot.file(folder))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test("Every finding and every seed goes through its door and comes back", arguments: FuzzTarget.allCases)
    func replay(_ target: FuzzTarget) throws {
        let files = Self.files("Fuzzing/Regressions/\(target)") + Self.files("Fuzzing/Seeds/\(target)")
        #expect(!files.isEmpty, "no seed for \(target)")
        for file in files { target.run(try ProjectRoot.bytes(of: file)) }
    }

    @Test("Every door bears the empty input, one byte, and each seed cut short anywhere", arguments: FuzzTarget.allCases)
    func cut(_ target: FuzzTarget) throws {
        target.run([])
        for byte in [0, 0x0A, 0x2D, 0x30, 0x3C, 0x7B, 0xFF] as [UInt8] { target.run([byte]) }
        for file in Self.files("Fuzzing/Seeds/\(target)").prefix(4) {
            let bytes = try ProjectRoot.bytes(of: file)
            for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) { target.run(Array(bytes[..<length])) }
        }
    }
}
