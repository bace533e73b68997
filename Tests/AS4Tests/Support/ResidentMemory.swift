import Foundation

/// Memory of this process that is in use, as the kernel counts it.
enum ResidentMemory {
    /// VmRSS in bytes; 0 when the kernel does not tell.
    static var bytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
    }
}
