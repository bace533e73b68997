import CareMessages

extension Placeringsmeddelande: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Placeringsmeddelande {
        var content = Placeringsmeddelande(
            event: source.choice(), day: source.day(), placement: source.decidedPlacement(),
            contact: Contact(unit: source.party(), phone: source.phone(), onCallPhone: source.phone()))
        content.began = source.maybe { $0.day() }
        return content
    }
}

extension ValueSource {
    /// A placement that a board has decided: municipality, provision and form are always there, a reference never.
    fileprivate mutating func decidedPlacement() -> Placering {
        var placement = Placering(state: .placed(byKommunkod: kommunkod()))
        placement.provision = choice(of: ["SOL_2001", "SOL_2025", "LVU_2", "LVU_3", "LVU_6", "LVU_11_2", "LSS_9_8", "LSU", "ANNAT"])
        placement.form = choice(of: ["FAMILJEHEM", "SLAKTING_NATVERKSHEM", "JOURHEM", "HVB_KOMMUN", "SIS", "STODBOENDE", "EGET_HEM"])
        placement.vistelsekommun = maybe { $0.kommunkod() }
        placement.vistelseadress = maybe { $0.address() }
        return placement
    }
}
