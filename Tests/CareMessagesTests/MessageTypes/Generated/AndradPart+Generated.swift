import CareMessages

extension AndradPart: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AndradPart {
        AndradPart()
    }
}
