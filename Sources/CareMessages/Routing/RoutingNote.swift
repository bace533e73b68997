import Documents

/// A warning or refusal of a routing decision, with what it is about. Carries no patient data: codes of organisations only.
package struct RoutingNote: Sendable, Equatable, Codable {
    /// Stable code, of ``RoutingCode``.
    package let code: String
    /// Errors refuse a message that asks to be routed.
    package let severity: Finding.Severity
    /// What is wrong.
    package let text: LocalText
    /// What the sender can do.
    package let remedy: LocalText
    /// The organisations it is about.
    package let targets: [RoutingTarget]
    /// Path of the element concerned, below the root of the message: `Kuvert/Mottagare[2]`; `nil` when it is about none.
    package let path: String?

    init(_ code: RoutingCode, about targets: [RoutingTarget] = [], at path: String? = nil) {
        self.code = code.rawValue
        severity = code.isRefusal ? .error : .warning
        text = code.text
        remedy = code.remedy
        self.targets = targets
        self.path = path
    }

    /// The note among the findings of a check. `root` is that of the message; without it the place is unknown. With `naming`, the finding
    /// names the organisations it is about.
    package func finding(below root: Element?, naming: Bool = false) -> Finding {
        let place = path.flatMap { path in root.map { ElementPath(path).place(below: $0) } }
        let names = targets.map(\.name).joined(separator: ", ")
        return Finding(self, at: place ?? .unknown, detail: naming && !names.isEmpty ? names : nil)
    }
}

extension Finding {
    fileprivate init(_ note: RoutingNote, at place: Place, detail: String?) {
        rule = note.code
        severity = note.severity
        text = note.text
        remedy = note.remedy
        self.place = place
        law = nil
        self.detail = detail
    }
}
