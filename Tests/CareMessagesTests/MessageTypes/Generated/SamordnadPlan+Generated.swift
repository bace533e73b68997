import CareMessages

extension SamordnadPlan: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SamordnadPlan {
        SamordnadPlan()
    }
}
