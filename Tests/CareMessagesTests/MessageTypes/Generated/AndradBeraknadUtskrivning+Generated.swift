import CareMessages

extension AndradBeraknadUtskrivning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AndradBeraknadUtskrivning {
        AndradBeraknadUtskrivning()
    }
}
