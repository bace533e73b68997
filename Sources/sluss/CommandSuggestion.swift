import ArgumentParser
import Gateway

/// The command that somebody probably meant.
enum CommandSuggestion {
    /// The first word that stands where a command is expected and is none; nil when every word leads on. The parser, which looks at options
    /// first, would complain of an option of the command that was meant.
    static func unknownCommand(in arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Sluss.self
        for word in arguments {
            guard !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty else { return nil }
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
                return command.configuration.defaultSubcommand == nil && word != "help" ? word : nil
            }
            command = next
        }
        return nil
    }

    /// What is wrong in the end: the parser complains of what is missing though a misspelt option stands there, and of an option though its command is none.
    static func complaint(_ message: String, unknown: String?, arguments: [String]) -> String {
        if message.hasPrefix("Unknown option '"), let unknown { return "Unexpected argument '\(unknown)'" }
        guard message.hasPrefix("Missing expected argument '"), let option = unknownOption(in: arguments) else { return message }
        return "Unknown option '\(option)'"
    }

    /// A long option that the help of the command does not have.
    private static func unknownOption(in arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Sluss.self
        for word in arguments {
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else { break }
            command = next
        }
        let help = Sluss.helpMessage(for: command, columns: 200)
        return arguments.first { word in
            let name = word.prefix { $0 != "=" }
            return name.hasPrefix("--") && name.count > 2 && !help.contains(name)
        }.map { String($0.prefix { $0 != "=" }) }
    }

    /// A question to add to a complaint about an argument or option that nobody expects: `sluss quueue` is told of `sluss queue`.
    ///
    /// - Parameters:
    ///   - message: what the parser said.
    ///   - arguments: the words of the command line, without the program's name.
    static func question(for message: String, arguments: [String]) -> String? {
        let isOption = message.hasPrefix("Unknown option '")
        guard isOption || message.hasPrefix("Unexpected argument '") || message.contains(" unexpected arguments: '") else { return nil }
        var command: any ParsableCommand.Type = Sluss.self
        var path = "sluss"
        for word in arguments where !word.hasPrefix("-") {
            let names = command.configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) }
            if let (name, next) = names.first(where: { $0.0 == word }) {
                (command, path) = (next, "\(path) \(name)")
            } else if message.contains("'\(word)'") || isOption && command.configuration.defaultSubcommand == nil,
                let near = NearestName.find(word, among: names.map(\.0))
            {
                return local("Menade du '\(path) \(near)'?", "Did you mean '\(path) \(near)'?")
            }
        }
        return nil
    }
}
