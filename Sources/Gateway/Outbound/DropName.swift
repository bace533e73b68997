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

    /// What a message is known by that came under this name, to whoever has the spool's secret: ``answer(_:)`` is found again by it, and
    /// nobody can read the name out of it.
    func key(under secret: [UInt8]) -> String { Self.key(ofAnswer: answer(.accepted), under: secret) }

    /// The same, of the name of an answer that lies in the drop folder.
    static func key(ofAnswer name: String, under secret: [UInt8]) -> String {
        Digest.hmacSHA256(key: secret, Array("drop folder \(name)".utf8)).hexadecimal
    }

    /// The name of the answer of one kind beside that of another; nil for what is no answer of that kind.
    static func answer(_ answer: Answer, beside name: String, _ other: Answer) -> String? {
        let ending = ".\(other.rawValue).json"
        return name.hasSuffix(ending) ? name.dropLast(ending.count) + ".\(answer.rawValue).json" : nil
    }

    /// The file that an acceptance under the name answers; nil when that name may have been cut, or is no such answer.
    static func answered(by name: String) -> String? {
        let ending = ".\(Answer.accepted.rawValue).json"
        // Cutting stops at the first character that fits, and no character has more than a few bytes.
        guard name.hasSuffix(ending), name.utf8.count < longest - 32 else { return nil }
        return DropName(name.dropLast(ending.count) + Self.ending)?.file
    }

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
