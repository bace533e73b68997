import Documents
import Yams

/// Reads YAML into ``SettingNode``: one document of mappings, lists and text. What else YAML offers is refused by name.
struct SettingTree {
    let log: ProblemLog

    /// The root mapping, or nil when problems were logged that leave nothing to read.
    func compose(_ text: String) -> SettingNode? {
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            // Nodes hold their anchors weakly; the parser keeps them alive.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else {
                    log.add(.empty, at: FilePlace(line: 1, column: 1), key: "")
                    return nil
                }
                let node = convert(root, key: "")
                if node.content == .refused { return nil }
                guard case .mapping(let entries) = node.content, !entries.isEmpty else {
                    log.add(
                        node.isMissing ? .empty : .wrongShape, at: node.place, key: "", detail: node.isMissing ? nil : Self.keysExpected)
                    return nil
                }
                return node
            }
        } catch let error as YamlError {
            YAMLFault(text: text, log: log).report(error)
        } catch {
            log.add(.syntax, at: FilePlace(line: 1, column: 1), key: "")
        }
        return nil
    }

    static let keysExpected = LocalText(sv: "Här väntas nycklar (namn: värde).", en: "Keys are expected here (name: value).")

    /// What lies below a refused node is not looked at: an alias may repeat it without end.
    private func convert(_ node: Node, key: String) -> SettingNode {
        let place = Self.place(of: node)
        if node.anchor != nil { return refused(.reference, place, key) }
        switch node {
        case .scalar(let scalar):
            guard isUntagged(scalar.tag, isQuoted: scalar.style != .plain) else { return refused(.tag, place, key) }
            return SettingNode(place: place, content: .scalar(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            guard isUntagged(sequence.tag, isQuoted: false) else { return refused(.tag, place, key) }
            let items = sequence.enumerated().map { convert($0.element, key: "\(key)[\($0.offset)]") }
            return SettingNode(place: place, content: .list(items))
        case .mapping(let mapping):
            guard isUntagged(mapping.tag, isQuoted: false) else { return refused(.tag, place, key) }
            return SettingNode(place: place, content: .mapping(mapping.compactMap { entry($0.key, $0.value, in: key) }))
        case .alias: return refused(.reference, place, key)
        }
    }

    /// Nil when the name itself cannot be one.
    private func entry(_ name: Node, _ value: Node, in key: String) -> SettingNode.Entry? {
        let place = Self.place(of: name)
        guard case .scalar(let scalar) = name, name.anchor == nil else {
            log.add(name.anchor == nil ? .wrongShape : .reference, at: place, key: key)
            return nil
        }
        let path = key.isEmpty ? scalar.string : "\(key).\(scalar.string)"
        guard scalar.string != "<<" else {
            log.add(.reference, at: place, key: path)
            return nil
        }
        return SettingNode.Entry(name: scalar.string, place: place, value: convert(value, key: path))
    }

    private static func place(of node: Node) -> FilePlace {
        node.mark.map { FilePlace(line: $0.line, column: $0.column) } ?? FilePlace(line: 1, column: 1)
    }

    /// Yams notes quoted text as a string tag; every other tag was written by somebody.
    private func isUntagged(_ tag: Tag, isQuoted: Bool) -> Bool {
        tag.description.isEmpty || isQuoted && tag.description == Tag.Name.str.rawValue
    }

    private func refused(_ code: ConfigurationCode, _ place: FilePlace, _ key: String) -> SettingNode {
        log.add(code, at: place, key: key)
        return SettingNode(place: place, content: .refused)
    }
}
