import Documents
import Glibc
import Logging

/// The process's limit of open files (RLIMIT_NOFILE).
struct OpenFileLimit: Sendable {
    /// How many files may be open now.
    let count: Int

    /// Raises the soft limit to the hard one, which every process may, and reads what holds then.
    static func raised() -> OpenFileLimit {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return OpenFileLimit(count: 1_024) }
        if limit.rlim_cur < limit.rlim_max {
            var higher = rlimit(rlim_cur: limit.rlim_max, rlim_max: limit.rlim_max)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &higher) == 0 { limit = higher }
        }
        return OpenFileLimit(count: Int(clamping: limit.rlim_cur))
    }

    /// The configuration with no more connections than fit; a line in the log when that is fewer than it asks for.
    ///
    /// - Throws: ``Refusal`` G301 when the daemon does not fit at all.
    func fitted(_ configuration: Configuration, _ log: EventLog) throws(Refusal) -> Int {
        let budget = DescriptorBudget(configuration)
        let found = "found=\(count) expected=\(budget.needed)"
        guard let connections = budget.connections(under: count) else { throw Refusal(StartCode.tooFewFiles, detail: found) }
        if connections < budget.connections {
            log.note(
                .warning, StartCode.fewerConnections.text.en,
                [
                    "code": StartCode.fewerConnections.rawValue, "limit": "\(count)", "needed": "\(budget.needed)",
                    "connections": "\(connections)", "configured": "\(budget.connections)",
                ])
        }
        return connections
    }
}
