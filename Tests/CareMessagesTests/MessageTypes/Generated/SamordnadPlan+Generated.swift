import CareMessages

extension SamordnadPlan: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SamordnadPlan {
        var content = SamordnadPlan(
            kind: source.choice(), status: source.choice(), plan: source.carePlan(), responsible: source.concernedUnit(),
            consent: source.consentStatement())
        content.followUp = source.maybe { $0.day() }
        content.goal = source.maybe { $0.text() }
        return content
    }
}
