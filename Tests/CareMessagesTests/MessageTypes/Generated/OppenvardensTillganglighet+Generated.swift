import CareMessages

extension OppenvardensTillganglighet: GeneratedContent {
    static func generated(from source: inout ValueSource) -> OppenvardensTillganglighet {
        OppenvardensTillganglighet(available: source.choice(), services: source.list(1...5) { $0.text() }, from: source.plannedTime())
    }
}
