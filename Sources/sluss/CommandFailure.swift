import ArgumentParser
import Documents
import Foundation
import Gateway
import Glibc
import Signatures
import Spooling

/// Why a command did not do what it was asked, in the one shape people and scripts see. Never content of a message.
struct CommandFailure: Error {
    let code: String
    let text: LocalText
    let remedy: LocalText
    let exit: ExitCode
    var messageID: MessageID?
    /// The file it is about, as named on the command line, where a command works on several.
    var file: String?

    /// - Parameter detail: a file, id or system text; put in parentheses after the code's own sentence.
    init<C: RefusalCode>(_ code: C, detail: String? = nil, remedy: LocalText? = nil, exit: ExitCode, messageID: MessageID? = nil) {
        let words = LocalText(sv: code.text.sv, en: code.text.en)
        self.init(code: code.rawValue, text: words, remedy: remedy ?? code.remedy, detail: detail, exit: exit)
        self.messageID = messageID
    }

    /// A refusal of a file.
    init(_ refusal: Refusal, exit: ExitCode) {
        let place = refusal.place.line.map { "line \($0)" }
        let detail = [refusal.detail, place].compactMap { $0 }.joined(separator: ", ")
        self.init(code: refusal.code, text: refusal.text, remedy: refusal.remedy, detail: detail, exit: exit)
    }

    /// A refusal that says no to one message.
    init(_ refusal: Refusal, exit: ExitCode, messageID: MessageID) {
        self.init(code: refusal.code, text: refusal.text, remedy: refusal.remedy, detail: refusal.detail, exit: exit)
        self.messageID = messageID
    }

    private init(code: String, text: LocalText, remedy: LocalText, detail: String?, exit: ExitCode) {
        self.code = code
        self.remedy = remedy
        self.exit = exit
        guard let detail = detail.map(Terminal.safe), !detail.isEmpty else {
            self.text = text
            return
        }
        self.text = LocalText(sv: "\(Self.stem(text.sv)) (\(detail)).", en: "\(Self.stem(text.en)) (\(detail)).")
    }

    /// Any error a command may end with; nil for those of the argument parser.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as SpoolError: self.init(spool: error)
        case let refusal as Refusal:
            // A built-in schema that does not compile is our fault; every other refusal comes from what the configuration names.
            let exit = refusal.is(DocumentCode.schemaUnusable) ? Answer.fault : Answer.configuration
            self.init(code: refusal.code, text: refusal.text, remedy: refusal.remedy, detail: refusal.detail, exit: exit)
        case let failure as AuditFailure:
            self.init(CommandCode.auditUnwritable, detail: "\(failure.path): \(SystemWords.text(failure.errno))", exit: Answer.inputOutput)
        case let trouble as FileTrouble:
            let exit = trouble.errno == EACCES || trouble.errno == EPERM ? Answer.notAllowed : Answer.inputOutput
            self.init(
                CommandCode.fileTrouble, detail: "\(trouble.operation) \(trouble.path): \(SystemWords.text(trouble.errno))", exit: exit)
        case let failure as ListenFailure:
            self.init(
                CommandCode.cannotListen, detail: "\(failure.address): \(SystemWords.text(failure.errno))",
                exit: Self.exit(forListening: failure.errno))
        case let failure as WatchFailure:
            self.init(
                CommandCode.fileTrouble, detail: "inotify \(failure.path): \(SystemWords.text(failure.errno))", exit: Answer.inputOutput)
        default: return nil
        }
    }

    /// - Parameters:
    ///   - detail: in place of the place, call and technical word of the error.
    ///   - remedy: in place of the code's own.
    init(spool error: SpoolError, detail given: String? = nil, remedy: LocalText? = nil) {
        let code = error.code
        var detail = "\(error.place)"
        if let operation = error.operation { detail += ", \(operation.rawValue): \(SystemWords.text(error.errorNumber))" }
        if let more = error.detail { detail += ", \(more)" }
        self.init(
            code: code.rawValue, text: LocalText(sv: code.text.sv, en: code.text.en),
            remedy: remedy ?? LocalText(sv: code.remedy.sv, en: code.remedy.en), detail: given ?? detail, exit: Self.exit(for: error))
        messageID = error.place.id
    }

    private static func exit(for error: SpoolError) -> ExitCode {
        if error.errorNumber == EACCES || error.errorNumber == EPERM { return Answer.notAllowed }
        return switch error.code {
        case .lockedByOther: Answer.unavailable
        case .unsafeFolder: Answer.notAllowed
        case .newerFormat: Answer.configuration
        case .notThere, .busy, .diskFull, .reserveReached, .degraded, .unfinishedReception, .outOfResources, .contentChanged: Answer.later
        case .noSpool, .writeFailed, .readFailed, .corrupt: Answer.inputOutput
        case .nameTaken, .illegalTransition, .notWritable, .attachmentDiffers: Answer.fault
        }
    }

    private static func exit(forListening number: Int32) -> ExitCode {
        switch number {
        case EACCES, EPERM: Answer.notAllowed
        case EADDRNOTAVAIL: Answer.configuration
        default: Answer.unavailable
        }
    }

    private static func stem(_ sentence: String) -> Substring { sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...] }

    /// A line and a remedy for people, or one JSON object, on standard error.
    func report(asJSON: Bool) {
        let language = Language.current
        guard asJSON else {
            let about = [file.map(Terminal.safe), messageID?.description].compactMap { $0 }.map { "\($0): " }.joined()
            Terminal.say("sluss: \(code): \(about)\(language(text))")
            Terminal.say("    \(language("Åtgärd", "Remedy")): \(language(remedy))")
            return
        }
        let line = ErrorLine(
            code: code, message: language(text), remedy: language(remedy), messageSv: text.sv, messageEn: text.en, remedySv: remedy.sv,
            remedyEn: remedy.en, messageID: messageID?.description, file: file)
        Terminal.say(JSONLine.text(line))
    }
}

/// The JSON form of an error.
private struct ErrorLine: Encodable {
    let code, message, remedy: String
    let messageSv, messageEn, remedySv, remedyEn: String
    let messageID, file: String?
}
