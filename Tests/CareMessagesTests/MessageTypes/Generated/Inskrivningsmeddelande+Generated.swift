import CareMessages

extension Inskrivningsmeddelande: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Inskrivningsmeddelande {
        var content = Inskrivningsmeddelande(
            admitted: source.instant(), expectedDischarge: source.plannedTime(), needs: source.some(), ward: source.careUnit())
        content.needAssessed = source.maybe { $0.instant() }
        content.vardform = source.maybe { $0.choice() }
        content.placering = source.maybe { $0.placering() }
        content.guardians = source.list(0...2) { Guardian(name: $0.line(), phone: $0.phone()) }
        content.physician = source.maybe { $0.staffMember() }
        content.language = source.maybe { $0.choice(of: ["sv", "ar", "so", "uk"]) }
        content.reason = source.maybe { $0.text() }
        return content
    }
}
