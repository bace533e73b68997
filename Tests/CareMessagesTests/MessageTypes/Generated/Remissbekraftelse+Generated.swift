import CareMessages

extension Remissbekraftelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Remissbekraftelse {
        var content = Remissbekraftelse(status: source.choice())
        content.expected = source.maybe { $0.plannedTime() }
        content.refusalReason = source.maybe { $0.text() }
        content.forwardedTo = source.maybe { $0.party() }
        return content
    }
}
