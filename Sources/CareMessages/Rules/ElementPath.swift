import Documents

/// A path of local names with optional positions, below the root: `Kuvert/Mottagare[2]/Roll`.
struct ElementPath {
    private let steps: [(name: String, position: Int)]

    init(_ text: String) {
        steps = text.split(separator: "/").map { step in
            let parts = step.split(separator: "[", maxSplits: 1)
            let position = parts.count == 2 ? Int(parts[1].dropLast()) ?? 1 : 1
            return (String(parts.first ?? ""), position)
        }
    }

    /// Place of the element, or of its nearest present parent.
    func place(below root: Element) -> Place {
        var element = root
        for step in steps {
            let found = element.children(step.name, in: MessageType.namespace)
            guard step.position >= 1, step.position <= found.count else { break }
            element = found[step.position - 1]
        }
        return element.place
    }
}
