import CareMessages

extension SvarPaKallelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SvarPaKallelse {
        SvarPaKallelse()
    }
}
