import CareMessages

extension KallelseTillSip: GeneratedContent {
    static func generated(from source: inout ValueSource) -> KallelseTillSip {
        KallelseTillSip()
    }
}
