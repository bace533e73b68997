import CareMessages
import Documents
import Foundation
import Glibc
import Spooling

/// Step 1 outbound from a folder: takes the files that a region's own system leaves in `submit/`, and answers beside them.
///
/// - A file counts when its name ends in `.xml` and nobody has it open for writing: write under another name, then rename.
/// - It is taken by rename into `submit/.taken/`, so that it is worked on once.
/// - Accepted: `NAME.accepted.json` appears and the file is gone; its content lies in the spool.
/// - Refused: `NAME.refused.json` appears and the file comes back as `NAME.xml.refused`; nothing is stored.
/// - Disk trouble of ours: the file stays taken and is tried again; no answer is given that might not hold.
///
/// A crash at any point is repaired at the next look: what lies in `.taken` goes through the pipeline again, which knows repetitions.
package struct DropFolder: Sendable {
    private let folder: String
    private let taken: String

    /// - Parameter folder: an existing folder; `.taken` is made in it.
    /// - Throws: ``FileTrouble`` when `.taken` cannot be made.
    package init(folder: String) throws(FileTrouble) {
        self.folder = folder
        taken = folder + "/.taken"
        if mkdir(taken, 0o700) != 0, errno != EEXIST { throw FileTrouble(operation: "mkdir", path: taken, errno: errno) }
        // Asking for a lease (see FileSystem.isComplete) may bring this signal when a writer comes; its default would end the process.
        signal(SIGIO, SIG_IGN)
    }

    /// Takes what is complete, and names everything that is taken and waits for work, oldest name first. Blocking.
    ///
    /// - Throws: ``FileTrouble`` when the folder cannot be listed.
    package func take() throws(FileTrouble) -> [String] {
        for name in try FileSystem.names(in: folder) where name.hasSuffix(".xml") && !name.hasPrefix(".") {
            guard FileSystem.isComplete("\(folder)/\(name)") else { continue }
            // Losing the race to another taker is no trouble; the file is in good hands.
            _ = try? FileSystem.rename("\(folder)/\(name)", to: "\(taken)/\(name)", replacing: false)
        }
        return try FileSystem.names(in: taken).filter { $0.hasSuffix(".xml") }
    }

    /// What happened to one file.
    package enum Told: Sendable {
        /// In the spool, with its copies.
        case accepted(Submission)
        /// Not taken, with the reasons.
        case refused(Submission)
        /// Our disk was in the way; tried again at the next look.
        case later(reason: String)
    }

    /// Puts one taken file through the pipeline and answers beside it. Blocking; different names may be worked on at the same time.
    package func work(on name: String, with pipeline: OutboundPipeline) -> Told {
        let path = "\(taken)/\(name)"
        let stem = String(name.dropLast(4))
        do {
            let bytes = try FileSystem.read(path, limit: DocumentLimits.message.maximumBytes + 1)
            let submission = try pipeline.submit(bytes, named: name)
            let answer = try SubmissionAnswer(submission, file: name).json()
            if submission.isAccepted {
                try FileSystem.writeDurably(answer, to: "\(folder)/\(stem).accepted.json")
                try FileSystem.remove(path)
                return .accepted(submission)
            }
            try FileSystem.writeDurably(answer, to: "\(folder)/\(stem).refused.json")
            try FileSystem.rename(path, to: "\(folder)/\(name).refused", replacing: true)
            return .refused(submission)
        } catch let trouble as SpoolError {
            return .later(reason: trouble.code.rawValue)
        } catch let trouble as FileTrouble {
            return .later(reason: "\(trouble.operation) \(String(cString: strerror(trouble.errno)))")
        } catch let refusal as Refusal {
            return .later(reason: refusal.code)
        } catch {
            return .later(reason: "\(type(of: error))")
        }
    }
}
