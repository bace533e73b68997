import CareMessages

extension Kvittens: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Kvittens {
        Kvittens()
    }
}
