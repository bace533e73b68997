import CareMessages

extension BegaranHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> BegaranHalsoundersokning {
        var call = CallAddress(recipient: source.choice(), name: source.line())
        call.phone = source.maybe { $0.phone() }
        call.address = source.maybe { $0.address() }
        var content = BegaranHalsoundersokning(
            placement: source.decidedPlacement(), regionOfStay: source.lanskod(), call: call, parts: source.some(),
            officer: source.practitioner())
        content.placementStart = source.maybe { $0.day() }
        content.earlierUnits = source.list(0...3) { $0.line() }
        content.lastExamined = source.maybe { $0.day() }
        content.guardians = source.list(0...2) { $0.guardian() }
        content.consent = source.maybe { $0.consentStatement() }
        content.isExaminedByLVU32 = source.maybe { $0.flag() }
        content.language = source.maybe { $0.choice(of: ["ar", "so", "uk", "fa-AF"]) }
        content.background = source.maybe { $0.text() }
        return content
    }
}
