import ArgumentParser
import Documents
import Gateway
import Spooling

/// `--attach ID=PATH`: a file that goes with the message, and the Bilageid under which the message declares it.
struct AttachArgument: Sendable {
    let id: String
    let path: String

    static let help = ArgumentHelp.words(
        "En fil som följer med meddelandet, under den Bilageid som kuvertet anger; kan upprepas.",
        "A file that goes with the message, under the Bilageid that the envelope declares; may be repeated.", value: "id=path")

    /// Throws a usage error for what is no id and path.
    static func parsed(_ text: String) throws -> AttachArgument {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ValidationError(local("--attach skrivs ID=SÖKVÄG", "--attach is written ID=PATH"))
        }
        return AttachArgument(id: parts[0], path: parts[1])
    }

    /// Attachments belong to one message.
    static func requireOneMessage(_ attached: [AttachArgument], files: [String]) throws {
        guard attached.isEmpty || files.count == 1 else {
            throw ValidationError(
                local("--attach hör till ett meddelande: ange en enda fil", "--attach belongs to one message: name a single file"))
        }
    }

    /// The file, opened and measured.
    ///
    /// - Throws: ``CommandFailure`` U002.
    func submitted() throws -> SubmittedFile {
        do throws(SpoolError) {
            return try SubmittedFile(id: id, file: HeldFile(path: path))
        } catch {
            let isForbidden = [1, 13].contains(error.errorNumber)
            throw CommandFailure(
                CommandCode.unreadableFile, detail: "\(path): \(SystemWords.text(error.errorNumber))",
                exit: isForbidden ? Answer.notAllowed : Answer.inputOutput)
        }
    }
}
