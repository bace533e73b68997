import CareMessages

extension Placeringsmeddelande: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Placeringsmeddelande {
        Placeringsmeddelande()
    }
}
