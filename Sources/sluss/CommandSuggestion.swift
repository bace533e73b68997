import ArgumentParser
import Gateway

/// The command that somebody probably meant.
enum CommandSuggestion {
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
