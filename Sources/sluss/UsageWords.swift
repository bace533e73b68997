/// What the argument parser says, in the language of this process. It speaks English only; its sentences are few and known.
enum UsageWords {
    /// A complaint about arguments. One the table does not know becomes a general one: better short than in the wrong language.
    static func complaint(_ message: String) -> String {
        guard Language.current == .sv else { return message }
        if let words = swedish(message) { return words }
        return isOfTheParser(message) ? "Fel i kommandoraden; se sluss help." : message
    }

    /// The usage below a complaint.
    static func usage(_ text: String) -> String { wrapped(inLanguage(usage: text)) }

    private static func inLanguage(usage text: String) -> String {
        guard Language.current == .sv else { return text }
        var text = placeholders(text)
        text = text.replacing(/^Usage:/.anchorsMatchLineEndings(), with: "Användning:")
        text = text.replacing(#/^Help: /#.anchorsMatchLineEndings(), with: "Hjälp: ")
        return text.replacing(/See '(.+)' for more information\./) { "Se '\($0.1)'." }
    }

    /// The page of `--help`; anything else the parser prints (version, completion scripts) stays as it is.
    static func help(_ text: String) -> String {
        guard text.contains("USAGE: ") else { return text }
        return wrapped(inLanguage(help: text.trimmingPrefix("OVERVIEW: ").description))
    }

    private static func inLanguage(help text: String) -> String {
        guard Language.current == .sv else { return text }
        var text = placeholders(text)
        for (english, swedish) in headings { text = text.replacing("\n\(english):", with: "\n\(swedish):") }
        for (english, swedish) in standing { text = text.replacing(english, with: swedish) }
        return text.replacing(/See '(.+)' for detailed help\./) { "Se '\($0.1)' för mer hjälp." }
    }

    private static let headings = [
        ("USAGE", "ANVÄNDNING"), ("ARGUMENTS", "ARGUMENT"), ("OPTIONS", "FLAGGOR"), ("SUBCOMMANDS", "UNDERKOMMANDON"),
    ]
    private static let standing = [
        ("Show help information.", "Visa denna hjälp."), ("Show the version.", "Visa versionen."), ("(values: ", "(värden: "),
        (" (default)", " (förval)"),
    ]

    /// The parser wraps everything but the usage itself and the line of help below a complaint. An option stays together with its value.
    private static func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.count > Terminal.width, let start = line.firstMatch(of: /^(USAGE|Usage|ANVÄNDNING|Användning|Help|Hjälp): +/) else {
                return String(line)
            }
            let indent = start.0.count
            var lines = [String(start.0)]
            for word in pieces(of: line[start.range.upperBound...]) {
                let isFirst = lines[lines.count - 1].count == indent
                if !isFirst, lines[lines.count - 1].count + 1 + word.count > Terminal.width {
                    lines.append(String(repeating: " ", count: indent))
                }
                lines[lines.count - 1] += (lines[lines.count - 1].count == indent ? "" : " ") + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The words, with what stands in one pair of brackets as one.
    private static func pieces(of line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = line
        while !rest.isEmpty {
            let end = rest.hasPrefix("[") ? rest.firstIndex(of: "]").map { rest.index(after: $0) } : rest.firstIndex(of: " ")
            pieces.append(rest[..<(end ?? rest.endIndex)])
            rest = rest[(end ?? rest.endIndex)...].drop { $0 == " " }
        }
        return pieces
    }

    private static func placeholders(_ text: String) -> String {
        text.replacing("<subcommand>", with: "<underkommando>").replacing("<options>", with: "<flaggor>")
    }

    private static func swedish(_ message: String) -> String? {
        if let match = message.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
            return "Okänd flagga '\(match.1)'." + (match.2.map { " Menade du '\($0)'?" } ?? "")
        }
        if let match = message.wholeMatch(of: /Missing value for '(.+)'/) { return "Värde saknas för '\(match.1)'." }
        if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/) { return "Argument saknas: '\(match.1)'." }
        if let match = message.wholeMatch(of: /Missing one of: (.+)/) { return "Ett av argumenten saknas: \(match.1)." }
        if let match = message.wholeMatch(of: /Unexpected argument '(.*)'/.dotMatchesNewlines()) { return "Oväntat argument '\(match.1)'." }
        if let match = message.wholeMatch(of: /(\d+) unexpected arguments: (.+)/.dotMatchesNewlines()) {
            return "\(match.1) oväntade argument: \(match.2)."
        }
        if let match = message.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./) {
            return "Flaggan '\(match.1)' tar inget värde, men '\(match.2)' angavs."
        }
        return invalidValue(message)
    }

    private static func invalidValue(_ message: String) -> String? {
        let form = /The value '(.*?)' is invalid for '([^']+)'(.*)/.dotMatchesNewlines()
        guard let match = message.wholeMatch(of: form) else { return nil }
        let start = "Värdet '\(match.1)' är fel för '\(match.2)'"
        if let list = match.3.wholeMatch(of: /\. Please provide one of ('.+')\./) {
            return "\(start). Ange något av \(list.1.replacing("' or '", with: "' eller '"))."
        }
        if let list = match.3.wholeMatch(of: /\. Please provide one of the following:\n(.+)/.dotMatchesNewlines()) {
            return "\(start). Ange något av följande:\n\(list.1)"
        }
        return match.3.isEmpty ? "\(start)." : start + match.3
    }

    /// Our own complaints are in the right language already; these are the words the parser begins with.
    private static func isOfTheParser(_ message: String) -> Bool {
        ["Ambiguous ", "Can't ", "Command ", "Internal ", "Invalid ", "Missing ", "No value ", "The ", "Unexpected ", "Unknown ", "Value "]
            .contains { message.hasPrefix($0) }
    }
}
