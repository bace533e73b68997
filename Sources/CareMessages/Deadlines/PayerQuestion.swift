/// Who would pay for an admission, and how it is known who that is.
package struct PayerQuestion: Sendable {
    /// Who pays.
    package var payer: PaymentState.Payer
    /// Whether the organisation with this organisationsnummer is the municipality with this kommunkod; `nil` when it is not known. The
    /// kommunkod of a receiver is what the sender wrote; only the organisationsnummer has been verified.
    package var isMunicipality: @Sendable (_ organisationsnummer: String, _ kommunkod: String) -> Bool?

    /// Asks about this payer. Where nothing tells which organisation is which municipality, the state of payment is in doubt.
    package init(
        _ payer: PaymentState.Payer = .folkbokforing,
        isMunicipality: @escaping @Sendable (_ organisationsnummer: String, _ kommunkod: String) -> Bool? = { _, _ in nil }
    ) {
        self.payer = payer
        self.isMunicipality = isMunicipality
    }

    /// kommunkod of the payer; `nil` when unknown. By the latest word on folkbokföring in messages that hold.
    func kommunkod(in watched: WatchedCase) -> String? {
        switch payer {
        case .decided(let code): return code
        case .folkbokforing:
            let heads = (watched.active([.inskrivningsmeddelande]) + watched.notices.filter { !$0.isWithdrawn }).map(\.head)
            return heads.max { $0.sent < $1.sent }?.facts.folkbokforingskommun
        }
    }

    /// When liability to pay would begin by a notice (5 kap. 4 §): what told the payer of it, and the first day. `nil` when the payer was
    /// never told. The one place that counts it.
    func entry(_ notice: EventChain, payer code: String?, under agreement: RegionalAgreement) -> Entry? {
        notice.first(to: code, self).map { Entry(told: $0, day: agreement.payFrom(noticeSent: $0.message.sent)) }
    }

    /// The entry of liability.
    struct Entry: Sendable, Equatable {
        /// What told the payer.
        let told: EventChain.Told
        /// The first day of liability.
        let day: CalendarDay
    }
}
