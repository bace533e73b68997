import Signatures

/// The name of a file in the drop folder, and the names of the answers to it.
///
/// The name is the submitter's: it is used for files beside it only, and never logged.
struct DropName: Sendable, Hashable {
    /// The answers a file can get.
    enum Answer: String, Sendable {
        /// In the spool.
        case accepted
        /// Not taken.
        case refused
        /// Taken, and later given up or refused by a receiver.
        case failed
    }

    /// What names of submitted files end in.
    static let ending = ".xml"
    /// Bytes in the longest name a file system takes.
    private static let longest = 255

    /// The name with its ending.
    let file: String

    /// Nil for what is no plain file name with the ending, or hidden.
    init?(_ file: String) {
        guard file.hasSuffix(Self.ending), !file.hasPrefix("."), !file.contains("/"), !file.utf8.contains(0) else { return nil }
        self.file = file
    }

    /// `NAME.accepted.json` and so on.
    func answer(_ answer: Answer) -> String { fitting(String(file.dropLast(Self.ending.count)), ".\(answer.rawValue).json") }

    /// The folder of its attachments: `NAME.bilagor`.
    var attachments: String { fitting(String(file.dropLast(Self.ending.count)), ".bilagor") }

    /// Where those of a refused file are put: `NAME.bilagor.refused`.
    var attachmentsSetAside: String { fitting(String(file.dropLast(Self.ending.count)), ".bilagor.refused") }

    /// Where a refused file is put: `NAME.xml.refused`.
    var setAside: String { fitting(file, ".refused") }

    /// A name too long to carry the ending is cut and gets a digest of the whole, so that two such names stay apart.
    private func fitting(_ stem: String, _ ending: String) -> String {
        guard stem.utf8.count + ending.utf8.count > Self.longest else { return stem + ending }
        let mark = "~" + Digest.sha256(Array(file.utf8)).hexadecimal.prefix(8)
        var cut = stem
        while cut.utf8.count + mark.utf8.count + ending.utf8.count > Self.longest { cut.removeLast() }
        return cut + mark + ending
    }
}
