import CareMessages

extension BeskedHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> BeskedHalsoundersokning {
        BeskedHalsoundersokning()
    }
}
