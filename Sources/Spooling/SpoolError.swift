import Glibc

/// A place in the spool, relative to its root: state folder, message, file. Never content, never a foreign name.
package struct SpoolPlace: Sendable, Equatable, CustomStringConvertible {
    /// The state folder, or `seen`; nil for the root itself.
    package var folder: String?
    /// The message.
    package var id: MessageID?
    /// The file in the message's folder, or in the folder above when there is no message.
    package var file: String?

    /// Names the place.
    package init(folder: String? = nil, id: MessageID? = nil, file: String? = nil) {
        self.folder = folder
        self.id = id
        self.file = file
    }

    /// `ready/01…/message.xml`; `.` for the root.
    package var description: String {
        let parts = [folder, id?.description, file].compactMap { $0 }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}

/// The call to the kernel that failed.
package enum FileOperation: String, Sendable {
    case open, create, read, write, sync, close, rename, link, remove, list, status, lock, makeFolder
}

/// Why the spool did not do what it was asked: code, place and remedy, never content.
package struct SpoolError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The stable code.
    package let code: SpoolCode
    /// Where.
    package let place: SpoolPlace
    /// The failed call, where one failed.
    package let operation: FileOperation?
    /// The kernel's error number, 0 where no call failed.
    package let errorNumber: Int32
    /// A technical word more: the pid of the other process, which check failed. Never content.
    package let detail: String?

    init(_ code: SpoolCode, _ place: SpoolPlace, detail: String? = nil) {
        self.code = code
        self.place = place
        self.operation = nil
        self.errorNumber = 0
        self.detail = detail
    }

    /// Sorts a failed call by what it means for the message: the disk is full, the process is out of something, or bytes may be lost.
    init(failed operation: FileOperation, _ number: Int32, _ place: SpoolPlace) {
        self.place = place
        self.operation = operation
        self.errorNumber = number
        self.detail = nil
        switch (operation, number) {
        case (_, ENOSPC), (_, EDQUOT): code = .diskFull
        case (_, EMFILE), (_, ENFILE), (_, ENOMEM): code = .outOfResources
        case (_, EROFS): code = .writeFailed
        case (.open, _), (.read, _), (.list, _), (.status, _), (.lock, _): code = .readFailed
        default: code = .writeFailed
        }
    }

    /// A message that lies in `corrupt` (P013), for who needs it whole.
    package init(damaged id: MessageID) { self.init(.corrupt, SpoolPlace(folder: SpoolState.corrupt.rawValue, id: id)) }

    /// Content that came from elsewhere could not be read.
    package init(unreadable errorNumber: Int32) {
        self.init(failed: .read, errorNumber, SpoolPlace())
    }

    /// A folder could not be synced. A full disk is no excuse here: a file is written anew, but a folder cannot be, so what it holds stays
    /// doubtful and the spool is degraded.
    init(failedFolderSync number: Int32, _ place: SpoolPlace) {
        (code, operation, errorNumber, detail) = (.writeFailed, .sync, number, nil)
        self.place = place
    }

    /// Whether the same call may succeed later.
    package var isTemporary: Bool { code.isTemporary }

    /// Whether after this the spool must not accept anything: a failed write is never retried on the same file.
    var degrades: Bool { code == .writeFailed }

    /// One line for a log: code, place, call, error number, detail.
    package var description: String {
        var words = ["\(code.rawValue) \(place): \(code.text.en)"]
        if let operation { words.append("\(operation.rawValue): \(String(cString: strerror(errorNumber)))") }
        if let detail { words.append(detail) }
        return words.joined(separator: " ")
    }
}
