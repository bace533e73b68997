import FoundationEssentials
import Glibc

/// What a daemon whose spool accepts nothing more leaves for commands, in the file `degraded.json` of the spool: the failure, and since when.
/// Codes, places and times only.
///
/// A disk that takes no write at all takes no note either: look at the file system too.
package struct DegradedNote: Sendable, Equatable {
    /// The code of the failure.
    package let code: String
    /// Where it happened, relative to the spool's root.
    package let place: String
    /// The call to the kernel that failed.
    package let operation: String?
    /// The kernel's error number; 0 where no call failed.
    package let errorNumber: Int
    /// When, in whole milliseconds.
    package let since: Date

    init(_ error: SpoolError, since: Date) {
        code = error.code.rawValue
        place = "\(error.place)"
        operation = error.operation?.rawValue
        errorNumber = Int(error.errorNumber)
        self.since = since.onMillisecond
    }
}

extension DegradedNote: SpoolStored {
    var members: [String: SpoolValue] {
        var members: [String: SpoolValue] = [
            "code": .text(code), "place": .text(place), "error_number": .integer(errorNumber), "since": SpoolValue(since),
        ]
        members["operation"] = operation.map(SpoolValue.text)
        return members
    }

    init?(members: [String: SpoolValue]) {
        guard let code = members["code"]?.text, let place = members["place"]?.text, let since = members["since"]?.date else { return nil }
        (self.code, self.place, self.since) = (code, place, since)
        operation = members["operation"]?.text
        errorNumber = members["error_number"]?.integer ?? 0
    }
}

extension Spool {
    static let noteOfDegradation = "degraded.json"

    /// The note of a daemon whose spool is degraded, or was when it ended; nil when there is none, or none that can be read.
    package var degradedNote: DegradedNote? {
        let place = SpoolPlace(file: Self.noteOfDegradation)
        let root = layout.root.descriptor
        guard let file = try? OpenFile.openIfThere(Self.noteOfDegradation, in: root, flags: O_RDONLY | O_NONBLOCK, place: place),
            let bytes = try? file.readAll(limit: 4_096)
        else { return nil }
        return SpoolJSON.value(DegradedNote.self, from: bytes)
    }

    /// As durable as the disk lets it be; the failure it tells of is thrown anyway.
    func leaveNote(_ note: DegradedNote) {
        let root = layout.root.descriptor
        let new = Self.noteOfDegradation + ".new"
        unlinkat(root, new, 0)
        do throws(SpoolError) {
            let file = try OpenFile.create(new, in: root, place: SpoolPlace(file: new))
            try file.write(SpoolJSON.bytes(note))
            try file.sync()
            try file.close()
            guard renameat(root, new, root, Self.noteOfDegradation) == 0 else { return }
            try layout.root.sync()
        } catch {}
    }

    /// What it told of is over.
    func removeNote() {
        guard unlinkat(layout.root.descriptor, Self.noteOfDegradation, 0) == 0 else { return }
        try? layout.root.sync()
    }
}
