import CareMessages

extension Planeringsunderlag: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Planeringsunderlag {
        Planeringsunderlag()
    }
}
