import CareMessages

extension BegaranHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> BegaranHalsoundersokning {
        BegaranHalsoundersokning()
    }
}
