import CareMessages

extension UtlatandeHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> UtlatandeHalsoundersokning {
        UtlatandeHalsoundersokning()
    }
}
