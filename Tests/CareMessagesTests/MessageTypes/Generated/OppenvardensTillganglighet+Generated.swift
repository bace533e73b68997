import CareMessages

extension OppenvardensTillganglighet: GeneratedContent {
    static func generated(from source: inout ValueSource) -> OppenvardensTillganglighet {
        OppenvardensTillganglighet()
    }
}
