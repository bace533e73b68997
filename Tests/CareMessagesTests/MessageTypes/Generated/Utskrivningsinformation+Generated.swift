import CareMessages

extension Utskrivningsinformation: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Utskrivningsinformation {
        Utskrivningsinformation()
    }
}
