import ArgumentParser
import Foundation
import Spooling

/// Ids of messages on the command line.
enum MessageArgument {
    static let help = ArgumentHelp.words(
        "Meddelandenas id; - läser dem från standard in.", "Ids of messages; - reads them from standard input.")

    /// The longest list that is taken from standard input: a million ids.
    private static let longestInput = 32 << 20

    /// - Throws: `ValidationError` (exit code 64) for text that is no id.
    static func id(_ text: String) throws -> MessageID {
        guard let id = MessageID(text) else { throw ValidationError(complaint(text)) }
        return id
    }

    private static func complaint(_ text: String) -> String {
        let shown = Terminal.safe(String(text.prefix(40)))
        return local(
            "'\(shown)' är inget meddelandeid: 26 tecken ur 0-9 och a-z, som sluss queue visar dem",
            "'\(shown)' is not a message id: 26 characters of 0-9 and a-z, as sluss queue prints them")
    }

    /// The ids in the order given, each once; `-` stands for those on standard input, separated by white space.
    ///
    /// Every id is judged before the first is used, so that a slip of the pen changes nothing.
    static func ids(_ arguments: [String]) throws -> [MessageID] {
        var texts: [String] = []
        for argument in arguments {
            guard argument == "-" else {
                texts.append(argument)
                continue
            }
            let input = try InputFile.read("-", limit: longestInput)
            texts += String(decoding: input, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        }
        var seen: Set<MessageID> = []
        return try texts.map { text in
            guard let id = MessageID(text) else { throw CommandFailure(CommandCode.usage, detail: complaint(text), exit: Answer.usage) }
            return id
        }.filter { seen.insert($0).inserted }
    }
}
