import ArgumentParser

extension CommandConfiguration {
    /// The help of a command: what it does, examples, then the rest. Paragraphs have no line breaks of their own, so that they are wrapped to
    /// the width of the terminal; an example stands on its line, short enough for 80 columns.
    init(
        _ name: String, _ abstract: String, examples: [String], _ paragraphs: String..., subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        let heading = local("EXEMPEL", examples.count == 1 ? "EXAMPLE" : "EXAMPLES")
        let start = ([heading] + examples.map { "  \($0)" }).joined(separator: "\n")
        self.init(
            commandName: name, abstract: abstract, discussion: ([start] + paragraphs).joined(separator: "\n\n"), subcommands: subcommands,
            defaultSubcommand: defaultSubcommand)
    }
}

extension ArgumentHelp {
    /// What an option or argument is, in the language of this process.
    static func words(_ sv: String, _ en: String, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(local(sv, en), valueName: value)
    }
}
