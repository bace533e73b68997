import Spooling

/// Ready-made values of an agreement (`agreements[].profile`); a key that stands in the agreement takes the place of the profile's.
package enum AgreementProfile: String, CaseIterable, Sendable {
    /// Säker digital kommunikation, as DIGG's own P-Mode has it: Service, Action of a message with attachments, four resends 12 minutes apart.
    /// Party ids are access points there (`party_type: urn:fdc:digg.se:edelivery:transportprofile:as4:partytype:ap`), corners are domains.
    case sdk

    /// AS4 Service.
    var service: String { "bdx:noprocess" }
    /// Type of the AS4 Service.
    var serviceType: String { "urn:fdc:digg.se:edelivery:process" }
    /// AS4 Action.
    var action: String {
        "busdox-docid-qns::urn:riv:infrastructure:messaging:MessageWithAttachments:3::messagePayload##3.0::tm-base-ext-sigenc"
    }
    /// Whether a receiver that we do not serve is answered with `NOT_SERVICED` (EBMS:0004).
    var answersNotServiced: Bool { true }
    /// When a message is tried again.
    var retry: RetrySchedule { .sdk }
}
