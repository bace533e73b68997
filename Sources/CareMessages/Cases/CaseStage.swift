/// The types that move an admission from one stage to the next. Only the latest stage of a sender can be withdrawn (rule E2202).
enum CaseStage {
    /// A call to a meeting is none: it stands beside the stages and may be called off at any time.
    static let types: Set<MessageType> = [
        .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar,
        .underrattelseOppenTvangsvard, .utskrivningsinformation, .avslutVardtillfalle,
    ]

    /// Whether no stage of the same organisation among the later messages in force builds on it. True for what is no stage.
    static func isLatest(_ event: CaseEvent, before later: some Sequence<CaseEvent>) -> Bool {
        guard types.contains(event.type) else { return true }
        return !later.contains {
            types.contains($0.type) && $0.sender.organisationsnummer == event.sender.organisationsnummer
        }
    }
}
