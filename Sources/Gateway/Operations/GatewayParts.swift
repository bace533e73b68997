import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// What every step needs of one valid configuration: the values, the keys, the compiled schemas. Immutable; a reload makes a new one.
package struct GatewayParts: Sendable {
    /// The configuration as read.
    package let configuration: Configuration
    /// Our keys and certificates, and whom we trust.
    package private(set) var keyring: Keyring
    /// The schemas, compiled once.
    package let check: MessageCheck
    /// Units and their addresses.
    package let addressBook: AddressBook
    /// Addresses that are known to be protected mailboxes (rule E09); nil without an address book: then the message's own word is taken.
    let protectedMailboxes: Set<String>?

    /// Puts a checked configuration together.
    package init(configuration: Configuration, keyring: Keyring, check: MessageCheck) {
        self.configuration = configuration
        self.keyring = keyring
        self.check = check
        let units = configuration.addressBook
        addressBook = AddressBook(units)
        protectedMailboxes = units.isEmpty ? nil : Set(units.filter(\.isProtectedMailbox).map(\.address))
    }

    /// The same configuration with another state of trust.
    func trusting(_ keyring: Keyring) -> GatewayParts {
        var parts = self
        parts.keyring = keyring
        return parts
    }

    /// Every partner's organisationsnummer with the roles it serves for a message type; rule E03 compares receivers with it. An agreement
    /// that names no role serves all, and so does our own organisation.
    func knownReceivers(of type: MessageType) -> [String: Set<Roll>] {
        var known: [String: Set<Roll>] = [:]
        for partner in configuration.partners {
            let sending = configuration.agreements(with: partner.name).filter { $0.send.contains(type) }
            let isOpen = sending.isEmpty || sending.contains { $0.roles.isEmpty }
            known[partner.organisationsnummer] = isOpen ? Set(Roll.allCases) : Set(sending.flatMap(\.roles))
        }
        known[configuration.organisation.organisationsnummer] = Set(Roll.allCases)
        return known
    }

    /// The partner of this name.
    package func partner(named name: String) -> Partner? { configuration.partner(named: name) }

    /// The partner with this organisationsnummer.
    package func partner(organisation: String) -> Partner? { configuration.partner(organisationsnummer: organisation) }

    /// The agreement under which we send the type to the partner.
    package func agreement(toSend type: MessageType, to partner: String) -> Agreement? {
        configuration.agreements(with: partner).first { $0.send.contains(type) }
    }

    /// The agreement under which the partner sends us the type.
    package func agreement(toReceive type: MessageType, from partner: String) -> Agreement? {
        configuration.agreements(with: partner).first { $0.receive.contains(type) }
    }

    /// What payloads to a partner are encrypted to; nil where the agreement switches encryption off.
    ///
    /// - Throws: C121 when it must be encrypted and there is nothing to encrypt to: never sent in clear instead.
    func recipient(of partner: Partner, under agreement: Agreement) throws(Refusal) -> Certificate? {
        guard agreement.encryption == .required else { return nil }
        guard let certificate = keyring.encryptionCertificate(for: partner) else {
            throw Refusal(ConfigurationCode.noEncryptionCertificate, detail: partner.name)
        }
        return certificate
    }

    /// Whose signatures count as those of the partner's access point. Its encryption certificate is at hand for those that only name their key.
    func signers(of partner: Partner) -> SignerPolicy {
        let known = keyring.encryptionCertificate(for: partner)
        var policy = SignerPolicy(trust: keyring.as4Policy(for: partner), certificates: known.map { [$0] } ?? [])
        policy.clockSkew = configuration.messageAge.clockSkew.timeInterval
        return policy
    }

    /// Where refused messages are encrypted to, and how many; nil when none are kept.
    var quarantineRules: QuarantineRules? {
        guard let settings = configuration.quarantine, let certificate = keyring.quarantineCertificate else { return nil }
        return QuarantineRules(settings: settings, recipient: certificate)
    }

    /// How our access point names itself on the wire.
    package var ownParty: PartyID { configuration.ownParty }

    /// Service and action of a message type: the agreement's own values, or the type's.
    package func wireNames(for type: MessageType, under agreement: Agreement) -> (service: ServiceName, action: String) {
        (agreement.serviceName(for: type), agreement.actionName(for: type))
    }

    /// What the spool is told by the configuration.
    package var spoolOptions: SpoolOptions {
        var options = SpoolOptions()
        options.minimumFreeBytes = UInt64(max(0, configuration.disk.minimumFreeBytes))
        options.minimumFreeInodes = UInt64(max(0, configuration.disk.minimumFreeInodes))
        return options
    }
}

extension CareMessage {
    /// The receivers' organisations, each once, in the order of the message.
    var receivingOrganisations: [String] {
        var seen: Set<String> = []
        return envelope.receivers.map(\.organisationsnummer).filter { seen.insert($0).inserted }
    }
}

extension Agreement {
    /// originalSender and finalRecipient of messages to the partner; turned round for those from it.
    func participants(own: String, partner: String) -> (own: String, partner: String) {
        (ownParticipant ?? ServiceName.participant(own), partnerParticipant ?? ServiceName.participant(partner))
    }
}

extension ServiceName {
    /// The corner-1 or corner-4 address of an organisation in `iso6523-actorid-upis`: scheme 0007 and its organisationsnummer.
    static func participant(_ organisationsnummer: String) -> String { "0007:\(organisationsnummer)" }
}
