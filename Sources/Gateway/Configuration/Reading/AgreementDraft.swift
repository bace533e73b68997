import AS4
import CareMessages
import Spooling

/// An agreement as far as it could be read, for the checks between agreements.
struct AgreementDraft {
    /// Dotted path of the entry, `agreements[0]`.
    let key: String
    let name: String?
    let partner: String?
    let send: [MessageType]?
    let receive: [MessageType]?
    let roles: [Roll]?
    let overrides: Overrides?
    let encryption: PayloadEncryption?
    let mep: ExchangePattern?
    let retry: RetrySchedule?
    let concurrency: Int?
    let terms: TermsReader.Terms?

    /// What the agreement says in place of the message type.
    struct Overrides {
        let profile: AgreementProfile?
        let service: String?
        let serviceType: String?
        let action: String?
        let agreementRef: String?
        let ownParticipant: String?
        let partnerParticipant: String?
    }

    /// The agreement, when everything could be read.
    var finished: Agreement? {
        guard let name, let partner, let send, let receive, let roles, let overrides, let encryption, let mep, let retry, let concurrency,
            let terms
        else { return nil }
        return Agreement(
            name: name, partner: partner, send: send, receive: receive, roles: roles, profile: overrides.profile,
            service: overrides.service,
            serviceType: overrides.serviceType, action: overrides.action, agreementRef: overrides.agreementRef, encryption: encryption,
            mep: mep,
            ownParticipant: overrides.ownParticipant, partnerParticipant: overrides.partnerParticipant, retry: retry,
            concurrency: concurrency,
            terms: terms.agreement)
    }
}
