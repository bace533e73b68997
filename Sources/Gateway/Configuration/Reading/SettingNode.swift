/// A part of the configuration file with its place. Text stays text: YAML's guesses about numbers, dates and booleans are not used.
struct SettingNode: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        /// `isPlain`: written without quotation marks.
        case scalar(String, isPlain: Bool)
        case list([SettingNode])
        case mapping([Entry])
        /// Something was here that was refused, and logged; nothing more is said about it.
        case refused
    }

    struct Entry: Sendable, Equatable {
        let name: String
        let place: FilePlace
        let value: SettingNode
    }

    let place: FilePlace
    let content: Content

    /// Nothing is written, or one of YAML's words for nothing.
    var isMissing: Bool {
        guard case .scalar(let text, let isPlain) = content else { return false }
        return text.isEmpty || isPlain && ["~", "null", "Null", "NULL"].contains(text)
    }
}
