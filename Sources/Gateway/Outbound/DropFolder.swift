import CareMessages
import Documents
import Foundation
import Glibc
import Spooling

/// Step 1 outbound from a folder: takes the files that a region's own system leaves in `submit/`, and answers beside them.
///
/// - A file counts when its name ends in `.xml` and nobody has it open for writing: write under another name, then rename.
/// - It is taken into `taken/` of the spool, where nobody else may reach, so that it is worked on once and as it is: by rename, or by a durable
///   copy when the drop folder is on another file system. While one of the same name is at work there, it waits.
/// - Its attachments lie beside it in the folder `NAME.bilagor`, each named by its Bilageid, complete before `NAME.xml` gets its name.
/// - Accepted: `NAME.accepted.json` appears and the file is gone; its content lies in the spool.
/// - Refused: `NAME.refused.json` appears and the file comes back as `NAME.xml.refused`, its attachments as
///   `NAME.bilagor.refused`; nothing is stored.
/// - What is no readable file (a folder, a link, a pipe) is refused like any other, never followed and never waited for. So is a file with a
///   second name, through which somebody else could still change or read it, and one of a user who may not write in the drop folder: it was
///   put there by somebody else.
/// - Disk trouble of ours: the file stays taken and is tried again; no answer is given that might not hold.
///
/// A crash at any point is repaired at the next look: what lies in `taken/` goes through the pipeline again, which knows repetitions.
package struct DropFolder: Sendable {
    private let folder: String
    private let taken: String
    private let patience: Duration

    /// - Parameters:
    ///   - folder: an existing folder.
    ///   - taken: a folder that only we may enter; made when it is not there.
    ///   - patience: how long a file may stay one we cannot open before it is refused; its owner may be about to change its mode.
    /// - Throws: ``FileTrouble`` when `taken` cannot be made, or is not a folder of ours.
    package init(folder: String, taken: String, patience: Duration = .seconds(60)) throws(FileTrouble) {
        self.folder = folder
        self.taken = taken
        self.patience = patience
        try FileSystem.makeFolder(taken)
        // Asking for a lease (see FileSystem.isComplete) may bring this signal when a writer comes; its default would end the process.
        signal(SIGIO, SIG_IGN)
    }

    /// What a look at the folder found.
    package struct Look: Sendable {
        /// The files that are taken and wait for work, oldest name first.
        package var names: [String] = []
        /// Files that cannot even be taken: their names are not UTF-8, or the folder does not let us move them.
        package var stuck = 0
    }

    /// Takes what is complete, and names everything that is taken. Blocking.
    ///
    /// - Throws: ``FileTrouble`` when the folder cannot be listed.
    package func take() throws(FileTrouble) -> Look {
        let listing = try FileSystem.listing(of: folder)
        var look = Look(stuck: listing.unreadable)
        for name in listing.names.compactMap(DropName.init) where isTakeable("\(folder)/\(name.file)") {
            let attachments = attachments(of: name)
            // While one of the same name is at work, its attachments must not get company.
            guard attachments.isComplete(isTakeable), access("\(taken)/\(name.file)", F_OK) != 0 else { continue }
            do {
                try attachments.take()
                try FileSystem.transfer("\(folder)/\(name.file)", to: "\(taken)/\(name.file)", replacing: false)
            } catch {
                // Taken back by its owner, or waiting for one of the same name: no trouble.
                if error.errno != ENOENT, error.errno != EEXIST { look.stuck += 1 }
            }
        }
        look.names = try FileSystem.names(in: taken).filter { DropName($0) != nil }
        return look
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
        guard let name = DropName(name) else { return .later(reason: "name") }
        do {
            let submission = try submission(of: name, with: pipeline)
            let answer = try SubmissionAnswer(submission, file: name.file).json()
            if submission.isAccepted {
                try FileSystem.writeDurably(answer, to: "\(folder)/\(name.answer(.accepted))")
                // The message last: a crash between the two leaves one that is known already, and needs its files no more.
                try attachments(of: name).remove()
                try FileSystem.remove("\(taken)/\(name.file)")
                return .accepted(submission)
            }
            try FileSystem.writeDurably(answer, to: "\(folder)/\(name.answer(.refused))")
            try attachments(of: name).setAside()
            try setAside(name)
            return .refused(submission)
        } catch let trouble as SpoolError {
            return .later(reason: trouble.code.rawValue)
        } catch let trouble as FileTrouble {
            return .later(reason: "\(trouble.operation): \(String(cString: strerror(trouble.errno)))")
        } catch let refusal as Refusal {
            return .later(reason: refusal.code)
        } catch {
            return .later(reason: "\(type(of: error))")
        }
    }

    private func submission(of name: DropName, with pipeline: OutboundPipeline) throws -> Submission {
        if let objection = objection(to: "\(taken)/\(name.file)") {
            let refusal = Refusal(GatewayCode.unreadableFile, detail: objection)
            return Submission(messageID: nil, type: nil, copies: [], findings: [Finding(refusal)])
        }
        let bytes: [UInt8]
        do {
            // One byte more than is allowed, so that the check of the size sees it; a larger file is not read.
            bytes = try FileSystem.read("\(taken)/\(name.file)", limit: DocumentLimits.message.maximumBytes + 1)
        } catch {
            guard [EINVAL, ELOOP, EACCES, EPERM, ENXIO].contains(error.errno) else { throw error }
            let refusal = Refusal(GatewayCode.unreadableFile, detail: String(cString: strerror(error.errno)))
            return Submission(messageID: nil, type: nil, copies: [], findings: [Finding(refusal)])
        }
        let files: [SubmittedFile]
        switch try submittedFiles(of: name) {
        case .success(let measured): files = measured
        case .failure(let refusal): return Submission(messageID: nil, type: nil, copies: [], findings: [Finding(refusal)])
        }
        return try pipeline.submit(SubmittedMessage(bytes, with: files), named: name.file, by: owner(of: "\(taken)/\(name.file)"))
    }

    private func attachments(of name: DropName) -> DropAttachments { DropAttachments(of: name, in: folder, taken: taken) }

    /// The attachments, opened and measured, or what is wrong with one of them. Too many are not even opened: a rule refuses them.
    private func submittedFiles(of name: DropName) throws -> Result<[SubmittedFile], Refusal> {
        let found = try attachments(of: name).files()
        guard found.count <= SubmittedFile.most else { return .success(found.map { SubmittedFile(unread: $0.id) }) }
        var files: [SubmittedFile] = []
        for (id, path) in found {
            if let objection = objection(to: path) { return .failure(Refusal(GatewayCode.unreadableFile, detail: objection)) }
            do throws(SpoolError) {
                files.append(try SubmittedFile(id: id, file: HeldFile(path: path)))
            } catch {
                guard [EINVAL, ELOOP, EACCES, EPERM, ENXIO].contains(error.errorNumber) else { throw error }
                return .failure(Refusal(GatewayCode.unreadableFile, detail: String(cString: strerror(error.errorNumber))))
            }
        }
        return .success(files)
    }

    /// Who left the file. One that had to be copied from another file system is the service's own.
    private func owner(of path: String) -> String {
        var status = stat()
        return lstat(path, &status) == 0 ? AuditTrail.user(status.st_uid) : AuditTrail.currentUser()
    }

    /// Replaces a file that was refused before; a folder in its place is left, and a number tells them apart.
    private func setAside(_ name: DropName) throws(FileTrouble) {
        let target = "\(folder)/\(name.setAside)"
        for number in 1..<100 {
            do {
                return try FileSystem.transfer("\(taken)/\(name.file)", to: number == 1 ? target : "\(target).\(number)", replacing: true)
            } catch {
                guard [EISDIR, ENOTDIR, ENOTEMPTY, EEXIST].contains(error.errno) else { throw error }
            }
        }
        throw FileTrouble(operation: "rename", path: target, errno: EEXIST)
    }

    /// Whether the file is complete, or never will be one.
    private func isTakeable(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFREG else { return true }
        // A second name may be one that its writer is about to remove.
        if access(path, R_OK) == 0, status.st_nlink == 1 { return FileSystem.isComplete(path) }
        let age = time(nil) - status.st_ctim.tv_sec
        return Duration.seconds(age) >= patience
    }

    /// What is wrong with a taken file beside its content; nil when nothing is.
    private func objection(to path: String) -> String? {
        var (file, home) = (stat(), stat())
        guard lstat(path, &file) == 0, file.st_mode & S_IFMT == S_IFREG, stat(folder, &home) == 0 else { return nil }
        if file.st_nlink > 1 { return "hard link" }
        // Where a group may write, its members do; else only the owner, root and we can have put a file of their own there.
        let isOpen = home.st_mode & 0o022 != 0
        return isOpen || [0, geteuid(), home.st_uid].contains(file.st_uid) ? nil : "owner"
    }
}
