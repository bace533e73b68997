/// When the file system of the spool counts as full (`disk`): then nothing more is accepted, before it really is.
package struct DiskSettings: Sendable, Equatable {
    /// Free bytes that must remain.
    package let minimumFreeBytes: Int
    /// Free inodes that must remain.
    package let minimumFreeInodes: Int
}
