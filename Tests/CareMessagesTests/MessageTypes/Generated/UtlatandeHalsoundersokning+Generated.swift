import CareMessages

extension UtlatandeHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> UtlatandeHalsoundersokning {
        var content = UtlatandeHalsoundersokning(
            day: source.day(), parts: source.list(1...3) { examinedPart(from: &$0) }, recommendations: source.flag() ? source.text() : "")
        content.referrals = source.list(0...3) { SentReferral(receiver: $0.line(), messageID: $0.maybe { $0.uuid() }) }
        return content
    }

    private static func examinedPart(from source: inout ValueSource) -> ExaminedPart {
        guard source.flag() else {
            return ExaminedPart(part: source.choice(), outcome: .omitted(source.choice(), text: source.maybe { $0.text() }))
        }
        let assessment = Assessment(
            day: source.day(), text: source.text(), needsCare: source.choice(), examiner: source.practitioner())
        return ExaminedPart(part: source.choice(), outcome: .examined(assessment))
    }
}
