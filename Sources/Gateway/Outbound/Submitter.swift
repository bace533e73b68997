/// Who submitted a message, and under which file name.
struct Submitter: Sendable {
    /// Login name: of the user of a command, or of the owner of a file in the drop folder.
    let person: String
    /// The file's name in the drop folder, without folder; chosen by others, so never logged.
    let fileName: String?
}
