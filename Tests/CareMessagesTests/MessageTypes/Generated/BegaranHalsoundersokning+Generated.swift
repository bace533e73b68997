import CareMessages

extension BegaranHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> BegaranHalsoundersokning {
        var call = CallAddress(recipient: source.choice(), name: source.line())
        call.phone = source.maybe { $0.phone() }
        call.address = source.maybe { $0.address() }
        var content = BegaranHalsoundersokning(
            placement: placement(from: &source), regionOfStay: source.lanskod(), call: call, parts: source.some(),
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

    /// A placement as the schema of M14 wants it: with provision and form, never with an address.
    private static func placement(from source: inout ValueSource) -> Placering {
        var placement = Placering(state: .placed(byKommunkod: source.kommunkod()))
        placement.reference = source.maybe { $0.uuid() }
        placement.provision = source.choice(of: ["SOL_2001", "SOL_2025", "LVU_2", "LVU_3", "LVU_6"])
        placement.form = source.choice(of: ["FAMILJEHEM", "JOURHEM", "HVB_KOMMUN", "HVB_ENSKILD", "SIS", "STODBOENDE", "SKYDDAT_BOENDE"])
        placement.vistelsekommun = source.maybe { $0.kommunkod() }
        return placement
    }
}
