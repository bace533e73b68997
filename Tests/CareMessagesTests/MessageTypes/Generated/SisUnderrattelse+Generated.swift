import CareMessages

extension SisUnderrattelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SisUnderrattelse {
        SisUnderrattelse()
    }
}
