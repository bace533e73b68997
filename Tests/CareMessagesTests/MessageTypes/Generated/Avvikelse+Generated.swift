import CareMessages

extension Avvikelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Avvikelse {
        Avvikelse()
    }
}
