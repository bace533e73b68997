import CareMessages

extension Utskrivningsklar: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Utskrivningsklar {
        var content = Utskrivningsklar(
            assessed: source.instant(), physician: source.staffMember(), needsSIP: source.choice(), openCareAvailable: source.choice())
        content.plannedReturn = source.maybe { $0.plannedTime() }
        content.vardform = source.maybe { $0.choice() }
        content.decisionNumber = source.maybe { $0.line() }
        return content
    }
}
