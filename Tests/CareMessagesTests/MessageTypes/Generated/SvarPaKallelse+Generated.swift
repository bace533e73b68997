import CareMessages

extension SvarPaKallelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SvarPaKallelse {
        var content = SvarPaKallelse(answer: source.choice())
        content.proposedTimes = source.list(0...5) { $0.instant() }
        content.participants = source.list(0...3) { $0.practitioner() }
        content.comment = source.maybe { $0.text() }
        return content
    }
}
