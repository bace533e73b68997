import CareMessages

extension Remissbekraftelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Remissbekraftelse {
        Remissbekraftelse()
    }
}
