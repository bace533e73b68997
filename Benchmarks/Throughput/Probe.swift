import Foundation
import Glibc
import Signatures
import Synchronization
import TestSupport

/// What the machine can do at all, measured just before the run.
enum Probe {
    /// Private-key operations a second with this key, all cores at once.
    static func signatures(_ key: PrivateKey, for seconds: Double) -> Double {
        let content = [UInt8](repeating: 7, count: 1_000)
        return rate(threads: ProcessInfo.processInfo.activeProcessorCount, for: seconds) { _, _ in
            _ = try? key.sign(content)
        }
    }

    /// Files of 8 kB made durable a second: write, sync, rename, sync of the folder; as many threads as the gateway has. The files stay until
    /// the whole run ends: removing thousands just before would slow the file system down for what is measured after.
    static func durableFiles(in folder: String, for seconds: Double) -> Double {
        let content = [UInt8](repeating: 0x2E, count: 8_192)
        let directory = open(folder, O_RDONLY | O_DIRECTORY)
        defer { close(directory) }
        return rate(threads: 16, for: seconds) { thread, number in
            let name = "\(folder)/probe-\(thread)-\(number)"
            let file = open(name + ".new", O_WRONLY | O_CREAT | O_EXCL, 0o600)
            _ = write(file, content, content.count)
            fsync(file)
            close(file)
            rename(name + ".new", name)
            fsync(directory)
        }
    }

    private static func rate(threads: Int, for seconds: Double, _ work: @escaping @Sendable (Int, Int) -> Void) -> Double {
        let count = Mutex(0)
        let clock = ContinuousClock()
        let began = clock.now
        let end = began + .seconds(seconds)
        let running: [Thread] = (0..<threads).map { thread in
            Thread {
                var done = 0
                while ContinuousClock.now < end {
                    work(thread, done)
                    done += 1
                }
                count.withLock { $0 += done }
            }
        }
        for thread in running { thread.start() }
        while !running.allSatisfy(\.isFinished) { usleep(2_000) }
        return Double(count.withLock { $0 }) / (clock.now - began).seconds
    }
}

extension Duration {
    /// The span in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
