import CareMessages

extension SisUnderrattelse: GeneratedContent {
    static func generated(from source: inout ValueSource) -> SisUnderrattelse {
        var content = SisUnderrattelse(event: source.choice(), noticed: source.instant(), unit: source.careUnit())
        content.telephoned = source.maybe { $0.instant() }
        return content
    }
}
