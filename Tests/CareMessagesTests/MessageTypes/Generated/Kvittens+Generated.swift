import CareMessages

extension Kvittens: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Kvittens {
        var content = Kvittens(level: source.choice(), outcome: source.choice(), role: source.choice(), acknowledged: source.instant())
        content.rules = source.list(0...4) { $0.choice(of: ["E01", "E1701", "W501", "D010", "S006"]) }
        content.forwardedTo = source.maybe { $0.party() }
        content.comment = source.maybe { $0.text() }
        return content
    }
}
