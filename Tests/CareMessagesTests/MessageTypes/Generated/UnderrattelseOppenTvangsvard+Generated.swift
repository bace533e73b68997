import CareMessages

extension UnderrattelseOppenTvangsvard: GeneratedContent {
    static func generated(from source: inout ValueSource) -> UnderrattelseOppenTvangsvard {
        var content = UnderrattelseOppenTvangsvard(
            vardform: source.choice(), decidedAt: source.instant(), decision: source.choice(), physician: source.staffMember())
        content.decisionNumber = source.maybe { $0.line() }
        content.plan = source.maybe { $0.carePlan() }
        return content
    }
}
