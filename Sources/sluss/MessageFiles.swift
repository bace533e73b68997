import ArgumentParser

/// The messages that `send` and `check` take, with their attachments.
struct MessageFiles: ParsableArguments {
    @Option(name: .long, help: AttachArgument.help, transform: AttachArgument.parsed) var attach: [AttachArgument] = []
    @Argument(
        help: .words("XML-filer; - läser standard in.", "XML files; - reads standard input.", value: "files"),
        completion: .file(extensions: ["xml"]))
    var files: [String]

    func validate() throws { try AttachArgument.requireOneMessage(attach, files: files) }
}
