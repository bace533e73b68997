import AS4
import CareMessages
import Foundation

/// All that the gateway is told by its configuration file, as values: defaults filled in, paths absolute, nothing loaded.
///
/// Only ``ConfigurationFile`` makes one, and only from a file without errors. `Docs/configuration.md` is the reference of the keys.
package struct Configuration: Sendable, Equatable {
    /// Absolute path of the configuration file.
    package let file: String
    /// Which exchange this gateway belongs to.
    package let environment: TrustEnvironment
    /// Who we are.
    package let organisation: OrganisationSettings
    /// Where the gateway keeps and exchanges files.
    package let paths: PathSettings
    /// How we listen; `nil` for a gateway that only sends.
    package let listener: ListenerSettings?
    /// Certificate and key of our connections, in both directions, and whom to trust there.
    package let tls: CredentialSettings
    /// Certificate and key of our access point, and whom to trust there.
    package let as4: CredentialSettings
    /// Our access point's next certificate before a change of keys and its former one after: what was encrypted to it is decrypted too.
    package let as4Overlap: KeyPair?
    /// How our access point is named in the AS4 header.
    package let ownParty: PartyID
    /// How old a message may be that we take.
    package let messageAge: MessageAgeSettings
    /// Certificate and key of the organisation's signature on messages, and whom to trust there.
    package let signing: CredentialSettings
    /// How revocation lists and OCSP answers are fetched.
    package let revocation: RevocationSettings
    /// Other organisations, in the order of the file; names are unique.
    package let partners: [Partner]
    /// What is exchanged with whom, in the order of the file; names are unique.
    package let agreements: [Agreement]
    /// The amounts for a day of care.
    package let dayAmounts: DayAmountSettings
    /// Units that can be reached, in the order of the file; empty when none are named.
    package let addressBook: [Addressee]
    /// Whether placement messages are exchanged.
    package let placementMessages: PlacementMessageSettings
    /// Time limits of the daemon.
    package let delivery: DeliverySettings
    /// When the disk counts as full.
    package let disk: DiskSettings
    /// How long finished messages are kept.
    package let retention: RetentionSettings
    /// Whether refused messages are kept; `nil` keeps none.
    package let quarantine: QuarantineSettings?
    /// What is logged, and how.
    package let log: LogSettings
    /// Insecure settings that somebody has taken responsibility for.
    package let weakenings: [Weakening]
    /// Where in the file each key stands, for whoever finds out later that a value cannot be used.
    package let places: KeyPlaces

    /// The certificate and trust settings of a use.
    package func credentials(for use: CertificateUse) -> CredentialSettings {
        switch use {
        case .tls: tls
        case .as4: as4
        case .signing: signing
        }
    }

    /// The partner of this name.
    package func partner(named name: String) -> Partner? { partners.first { $0.name == name } }

    /// The partner with this organisationsnummer (ten digits).
    package func partner(organisationsnummer: String) -> Partner? { partners.first { $0.organisationsnummer == organisationsnummer } }

    /// The agreements with a partner, in the order of the file.
    package func agreements(with partner: String) -> [Agreement] { agreements.filter { $0.partner == partner } }

    /// Whether a weakening is in force at `time`: named in the file and its last day not over.
    package func allows(_ name: Weakening.Name, at time: Date) -> Bool {
        weakenings.contains { $0.name == name && CalendarDay(time) <= $0.until }
    }

    /// The agreement by which a message type goes to a partner; the reading makes sure there is at most one.
    package func agreement(toSend type: MessageType, to partner: String) -> Agreement? {
        agreements.first { $0.partner == partner && $0.send.contains(type) }
    }

    /// The agreement by which a message type comes from a partner; the reading makes sure there is at most one.
    package func agreement(toReceive type: MessageType, from partner: String) -> Agreement? {
        agreements.first { $0.partner == partner && $0.receive.contains(type) }
    }
}
