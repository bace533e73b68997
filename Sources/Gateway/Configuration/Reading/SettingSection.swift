import Documents

/// A section of the file while it is read: looks keys up in the table, reports what is missing, unknown or of the wrong shape, and fills in defaults.
struct SettingSection {
    /// Dotted path with positions; empty at the top.
    let path: String
    /// The same with `[]` for positions, as the table has it.
    let pattern: String
    /// Where the section's own key stands.
    let place: FilePlace
    let context: ReadingContext
    private let entries: [SettingNode.Entry]

    /// The whole file.
    init(root: SettingNode, context: ReadingContext) {
        self.init(root, path: "", pattern: "", place: root.place, context: context)
    }

    private init(_ node: SettingNode?, path: String, pattern: String, place: FilePlace, context: ReadingContext) {
        (self.path, self.pattern, self.place, self.context) = (path, pattern, place, context)
        if case .mapping(let entries)? = node?.content { self.entries = entries } else { entries = [] }
        reportUnknownKeys()
        for entry in entries {
            var place = entry.place
            if case .scalar = entry.value.content { place = entry.value.place }
            context.note(key(entry.name), at: place)
        }
    }

    func key(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    /// Whether the key stands in the file.
    func contains(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The section's entry in the table. Asking for a key that the table lacks is our bug.
    private func spec(_ name: String) -> ConfigurationKey {
        guard let spec = ConfigurationKey.find(pattern.isEmpty ? name : "\(pattern).\(name)") else {
            preconditionFailure("the key table lacks \(pattern).\(name)")
        }
        return spec
    }

    private func reportUnknownKeys() {
        let known = ConfigurationKey.names(in: pattern)
        for entry in entries where !known.contains(entry.name) {
            let nearest = NearestName.find(entry.name, among: known)
            let detail = nearest.map { LocalText(sv: "Menades ”\($0)”?", en: "Was “\($0)” meant?") }
            context.log.add(.unknownKey, at: entry.place, key: key(entry.name), detail: detail)
        }
    }

    /// The node of a key; nil when missing, empty or refused. A required key that is missing, and an empty one, are logged.
    private func node(_ name: String) -> SettingNode? {
        guard let entry = entries.first(where: { $0.name == name }) else {
            if spec(name).fallback == .required { context.log.add(.missingKey, at: place, key: key(name)) }
            return nil
        }
        if entry.value.content == .refused { return nil }
        guard !entry.value.isMissing else {
            context.log.add(.missingValue, at: entry.place, key: key(name))
            return nil
        }
        return entry.value
    }

    /// A single value, or the default in its place.
    func scalar(_ name: String) -> SettingScalar? {
        let spec = spec(name)
        if !contains(name), case .value(let text) = spec.fallback {
            return SettingScalar(text: text, place: place, key: key(name), kind: spec.kind, context: context)
        }
        return node(name).flatMap { scalar($0, key: key(name), kind: spec.kind) }
    }

    private func scalar(_ node: SettingNode, key: String, kind: ConfigurationKey.Kind) -> SettingScalar? {
        guard case .scalar(let text, _) = node.content else {
            wrongShape(node, key, LocalText(sv: "Här väntas ett enda värde.", en: "A single value is expected here."))
            return nil
        }
        return SettingScalar(text: text, place: node.place, key: key, kind: kind, context: context)
    }

    /// The values of a list; nil when the list, or one of its entries, cannot be read. An absent list is empty.
    func scalars(_ name: String) -> [SettingScalar]? {
        guard case .list(let kind, let maximum) = spec(name).kind else { preconditionFailure("\(key(name)) is not a list in the table") }
        guard contains(name) || spec(name).fallback == .required else { return [] }
        guard let items = items(name, maximum: maximum) else { return nil }
        let scalars = items.compactMap { item -> SettingScalar? in
            guard !item.node.isMissing else {
                context.log.add(.missingValue, at: item.node.place, key: item.key)
                return nil
            }
            return item.node.content == .refused ? nil : scalar(item.node, key: item.key, kind: kind)
        }
        return scalars.count == items.count ? scalars : nil
    }

    /// A section below this one; nil when it is missing or cannot be read.
    func section(_ name: String) -> SettingSection? {
        guard let node = node(name) else { return nil }
        guard case .mapping = node.content else {
            wrongShape(node, key(name), SettingTree.keysExpected)
            return nil
        }
        return SettingSection(node, path: key(name), pattern: spec(name).path, place: entryPlace(name), context: context)
    }

    /// A section below this one in which every key has a default: when it is missing, the defaults apply.
    func sectionOrDefaults(_ name: String) -> SettingSection? {
        contains(name) ? section(name) : SettingSection(nil, path: key(name), pattern: spec(name).path, place: place, context: context)
    }

    /// The sections of a list, those that can be read.
    func sections(_ name: String) -> [SettingSection] {
        guard case .sections(let maximum) = spec(name).kind else {
            preconditionFailure("\(key(name)) is not a list of sections in the table")
        }
        return (items(name, maximum: maximum) ?? []).compactMap { item in
            switch item.node.content {
            case .mapping:
                return SettingSection(item.node, path: item.key, pattern: "\(spec(name).path)[]", place: item.node.place, context: context)
            case .refused: break
            case .scalar, .list: wrongShape(item.node, item.key, SettingTree.keysExpected)
            }
            return nil
        }
    }

    /// Whether the key holds keys below it (and not a single value).
    func isSection(_ name: String) -> Bool {
        guard case .mapping? = entries.first(where: { $0.name == name })?.value.content else { return false }
        return true
    }

    private func items(_ name: String, maximum: Int) -> [(key: String, node: SettingNode)]? {
        guard let node = node(name) else { return nil }
        guard case .list(let nodes) = node.content else {
            wrongShape(
                node, key(name),
                LocalText(
                    sv: "Här väntas en lista, [a, b] eller rader med bindestreck.",
                    en: "A list is expected here, [a, b] or lines with a hyphen."))
            return nil
        }
        guard nodes.count <= maximum else {
            context.log.add(
                .tooMany, at: entryPlace(name), key: key(name), detail: LocalText(sv: "Högst \(maximum).", en: "At most \(maximum)."))
            return nil
        }
        return nodes.enumerated().map { index, node in
            let itemKey = "\(key(name))[\(index)]"
            context.note(itemKey, at: node.place)
            return (itemKey, node)
        }
    }

    private func entryPlace(_ name: String) -> FilePlace { entries.first { $0.name == name }?.place ?? place }

    private func wrongShape(_ node: SettingNode, _ key: String, _ detail: LocalText) {
        context.log.add(.wrongShape, at: node.place, key: key, detail: detail)
    }
}
