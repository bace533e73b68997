import Foundation
import Glibc

/// Runs `spool-exerciser`, alone or under strace.
enum Exerciser {
    struct Run {
        var output: String
        var status: Int32
        var trace: [String]

        /// The ids acknowledged: each line was written only after the call returned.
        var acknowledged: [String] { output.split(separator: "\n").filter { $0.hasPrefix("ACK ") }.map { String($0.dropFirst(4)) } }
        var duplicates: [String] { output.split(separator: "\n").filter { $0.hasPrefix("DUPLICATE ") }.map { String($0.dropFirst(10)) } }
    }

    /// The program is built beside the test bundle.
    static let path: String? = {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let candidates = [own] + CommandLine.arguments
        return candidates.map { ($0 as NSString).deletingLastPathComponent + "/spool-exerciser" }.first { access($0, X_OK) == 0 }
    }()

    /// Whether fault injection can run here; the reason is printed once when it cannot.
    static let canTrace: Bool = {
        let has = path != nil && run(tool: "/usr/bin/env", ["strace", "-o", "/dev/null", "true"]).status == 0
        if !has { print("SKIPPED: fault injection needs strace (and permission to trace) and the spool-exerciser beside the test bundle") }
        return has
    }()

    static let runsEverything = ProcessInfo.processInfo.environment["SLUSS_FULL_FAULTS"] == "1"

    static func run(_ arguments: [String], strace: [String]? = nil, log: String? = nil) -> Run {
        guard let path else { return Run(output: "", status: -1, trace: []) }
        guard let strace else { return run(tool: path, arguments) }
        let tracing = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", log ?? "/dev/null"] + strace + [path] + arguments
        var result = run(tool: "/usr/bin/env", tracing)
        if let log { result.trace = ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init) }
        return result
    }

    static func run(tool: String, _ arguments: [String]) -> Run {
        guard let child = ChildProcess([tool] + arguments) else { return Run(output: "", status: -1, trace: []) }
        let output = child.read()
        return Run(output: output, status: child.wait(), trace: [])
    }

    /// How often a system call happens, and how often before the work begins: the numbers N worth injecting at.
    static func calls(_ arguments: [String], _ names: [String], in scratch: Scratch) -> [String: Range<Int>] {
        let run = run(arguments, strace: ["-e", "trace=" + names.joined(separator: ",")], log: scratch.path + "/trace")
        var ranges: [String: Range<Int>] = [:]
        var counts: [String: Int] = [:]
        var begins: [String: Int]?
        for line in run.trace {
            guard let name = call(line) else { continue }
            counts[name, default: 0] += 1
            if line.contains("\"BEGIN\\n\"") { begins = counts }
        }
        for name in names {
            let first = (begins?[name] ?? 0) + 1
            let last = counts[name] ?? 0
            ranges[name] = first..<max(first, last + 1)
        }
        return ranges
    }

    /// The name of the call in a line of a trace (`123 openat(…`); nil for signals and exits.
    static func call(_ line: String) -> String? {
        guard let open = line.firstIndex(of: "(") else { return nil }
        let name = line[..<open].split(separator: " ").last.map(String.init)
        return name.flatMap { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? $0 : nil }
    }
}
