import CareMessages

extension Makulering: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Makulering {
        var content = Makulering(kind: source.choice(), reason: source.text())
        content.successor = source.maybe { $0.uuid() }
        return content
    }
}
