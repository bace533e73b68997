import Glibc

/// What the file system of a folder has left.
package struct DiskSpace: Encodable, Sendable {
    /// Bytes that we may still write.
    package let freeBytes: UInt64
    /// Files that may still be made; nil where the file system does not count them.
    package let freeInodes: UInt64?
    /// The bytes below which nothing more is accepted.
    package let minimumFreeBytes: UInt64
    /// Whether nothing can be written at all.
    package let isReadOnly: Bool
    /// Whether nothing more is accepted for want of room.
    package let isBelowReserve: Bool

    /// Asks the file system. Blocking.
    ///
    /// - Throws: ``FileTrouble`` when it does not answer.
    init(of folder: String, settings: DiskSettings) throws(FileTrouble) {
        var system = statvfs()
        guard statvfs(folder, &system) == 0 else { throw FileTrouble(operation: "status", path: folder, errno: errno) }
        freeBytes = UInt64(system.f_bavail).multipliedReportingOverflow(by: UInt64(system.f_frsize)).partialValue
        freeInodes = system.f_files == 0 ? nil : UInt64(system.f_favail)
        minimumFreeBytes = UInt64(max(0, settings.minimumFreeBytes))
        isReadOnly = system.f_flag & UInt(ST_RDONLY) != 0
        isBelowReserve = freeBytes < minimumFreeBytes || freeInodes.map { $0 < UInt64(max(0, settings.minimumFreeInodes)) } ?? false
    }
}
