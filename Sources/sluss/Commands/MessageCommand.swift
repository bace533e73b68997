import ArgumentParser

/// `sluss message`
struct MessageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "message",
        local(
            "Se på ett meddelande.",
            "Look at one message."),
        examples: ["sluss message show 01jd3v8c6t9zq5x2w7r4m0n1kb"],
        subcommands: [MessageShow.self, MessageReturn.self, MessageForward.self])
}
