/// Values of ebMS 3.0 and eDelivery AS4 that agreements use.
package enum EBMSName {
    /// Role of the sender of a one-way message (ebMS 3.0 Core 4.3).
    package static let initiator = Namespace.ebms + "initiator"
    /// Role of the receiver of a one-way message.
    package static let responder = Namespace.ebms + "responder"
    /// PartyId type of an ISO 6523 identifier, here 0007: Swedish organisationsnummer (ebCore Party Id Type 1.0).
    package static let organisationsnummerType = "urn:oasis:names:tc:ebcore:partyid-type:iso6523:0007"
    /// Property type of originalSender and finalRecipient in European networks.
    package static let participantType = "iso6523-actorid-upis"
    /// Property that names corner 1 (eDelivery AS4 1.15, Four Corner Topology).
    package static let originalSender = "originalSender"
    /// Property that names corner 4.
    package static let finalRecipient = "finalRecipient"
    /// Service of the test service, "ping" (ebMS 3.0 Core 5.2.2.8).
    package static let testService = Namespace.ebms + "service"
    /// Action of the test service.
    package static let testAction = Namespace.ebms + "test"
    static let defaultChannel = Namespace.ebms + "defaultMPC"
    static let gzip = "application/gzip"
}
