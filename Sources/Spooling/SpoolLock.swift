import CShim
import Glibc

/// Proof that this process runs the spool's daemon. The kernel drops the lock when the process dies, however it dies.
package final class SpoolLock: Sendable {
    /// The inode of the spool whose lock this is.
    let inode: UInt64
    private let descriptor: Int32

    init(inode: UInt64, descriptor: Int32) {
        self.inode = inode
        self.descriptor = descriptor
    }

    deinit {
        sluss_unlock(descriptor)
        close(descriptor)
    }
}

extension Spool {
    static let lockName = "lock"

    /// Takes the lock of the spool: one daemon at a time. Kept until the returned value goes; commands work without it.
    ///
    /// The lock is on the inode of the file `lock`; its content, the pid, is for people.
    /// - Throws: ``SpoolError`` P004, whose detail names the other process.
    package func lock() throws(SpoolError) -> SpoolLock {
        let place = SpoolPlace(file: Self.lockName)
        let root = layout.root.descriptor
        // Somebody may remove the file between open and lock: then the lock is on nobody's inode, and is taken again.
        for _ in 0..<10 {
            let descriptor = openat(root, Self.lockName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SpoolError(failed: .create, errno, place) }
            guard takesLock(descriptor) else {
                let number = errno
                let holder = pid(in: descriptor)
                close(descriptor)
                if number == EWOULDBLOCK { throw SpoolError(.lockedByOther, place, detail: "pid \(holder)") }
                throw SpoolError(failed: .lock, number, place)
            }
            let lock = SpoolLock(inode: try inode(), descriptor: descriptor)
            guard sluss_is_same_file(root, Self.lockName, descriptor) == 1 else { continue }
            let pid = Array("\(getpid())\n".utf8)
            guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0, pwrite(descriptor, pid, pid.count, 0) == pid.count else {
                throw SpoolError(failed: .write, errno, place)
            }
            runsHere()
            return lock
        }
        throw SpoolError(.busy, place)
    }

    /// Whether a daemon runs the spool at this moment: the kernel's word, not that of a pid in a file.
    ///
    /// - Throws: ``SpoolError`` P017 when the lock file cannot be opened.
    package func isRun() throws(SpoolError) -> Bool {
        let place = SpoolPlace(file: Self.lockName)
        guard let file = try OpenFile.openIfThere(Self.lockName, in: layout.root.descriptor, flags: O_RDONLY, place: place) else {
            return false
        }
        guard sluss_lock_shared(file.descriptor) != 0 else {
            sluss_unlock(file.descriptor)
            return false
        }
        if errno == EWOULDBLOCK { return true }
        throw SpoolError(failed: .lock, errno, place)
    }

    /// A command that asks whether a daemon runs has the lock for an instant: what is taken is asked for again before it counts.
    private func takesLock(_ descriptor: Int32) -> Bool {
        for attempt in 0..<5 {
            if attempt > 0 { usleep(20_000) }
            if sluss_lock_exclusive(descriptor) == 0 { return true }
            if errno != EWOULDBLOCK { return false }
        }
        return false
    }

    /// The pid written in the lock file by the daemon that runs, or last ran, the spool; nil when there is none.
    package var lockHolder: Int? {
        let place = SpoolPlace(file: Self.lockName)
        guard let file = try? OpenFile.openIfThere(Self.lockName, in: layout.root.descriptor, flags: O_RDONLY, place: place) else {
            return nil
        }
        return Int(pid(in: file.descriptor))
    }

    func inode() throws(SpoolError) -> UInt64 {
        var status = stat()
        guard fstat(layout.root.descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, SpoolPlace()) }
        return UInt64(status.st_ino)
    }

    private func pid(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? "unknown" : String(decoding: digits, as: UTF8.self)
    }
}
