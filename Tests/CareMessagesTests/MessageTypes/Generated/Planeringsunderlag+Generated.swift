import CareMessages

extension Planeringsunderlag: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Planeringsunderlag {
        var content = Planeringsunderlag(subject: source.choice())
        content.text = source.maybe { $0.text() }
        content.insatser = source.list((content.text == nil ? 1 : 0)...4) {
            Insats(description: $0.text(), organisationsnummer: $0.organisationsnummer(), unit: $0.line(), start: $0.day())
        }
        content.plannedReturn = source.maybe { $0.plannedTime() }
        content.placering = source.maybe { $0.placering() }
        return content
    }
}
