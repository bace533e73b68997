import CareMessages

extension Makulering: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Makulering {
        Makulering()
    }
}
