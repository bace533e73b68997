import CareMessages

extension Avvikelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Avvikelse {
        Avvikelse(kind: source.choice(), text: source.text())
    }
}
