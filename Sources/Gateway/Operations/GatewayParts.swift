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
    package let keyring: Keyring
    /// The schemas, compiled once.
    package let check: MessageCheck
    /// Every partner's organisationsnummer with the roles it serves; rule E03 compares receivers with it. Our own organisation is open.
    let knownReceivers: [String: Set<Roll>]

    /// Puts a checked configuration together.
    package init(configuration: Configuration, keyring: Keyring, check: MessageCheck) {
        self.configuration = configuration
        self.keyring = keyring
        self.check = check
        var known: [String: Set<Roll>] = [:]
        for partner in configuration.partners {
            let roles = configuration.agreements(with: partner.name).flatMap(\.roles)
            known[partner.organisationsnummer] = roles.isEmpty ? Set(Roll.allCases) : Set(roles)
        }
        known[configuration.organisation.organisationsnummer] = Set(Roll.allCases)
        knownReceivers = known
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

    /// How our access point names itself on the wire.
    package var ownParty: PartyID { configuration.ownParty }

    /// Service and action of a message type: the agreement's own values, or the type's.
    package func wireNames(for type: MessageType, under agreement: Agreement) -> (service: ServiceName, action: String) {
        let service = agreement.service.map { ServiceName($0, type: agreement.serviceType) } ?? ServiceName(type.defaultService)
        return (service, agreement.action ?? type.defaultAction)
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

extension ServiceName {
    /// The corner-1 or corner-4 address of an organisation in `iso6523-actorid-upis`: scheme 0007 and its organisationsnummer.
    static func participant(_ organisationsnummer: String) -> String { "0007:\(organisationsnummer)" }
}
