import CareMessages
import Foundation
import TestSupport

/// A notice of admission that no gateway has seen: new ids, sent now, from a ward of its own, because two open admissions of one patient
/// to one ward are an error.
struct FreshMessage: Sendable {
    let messageID: String
    let bytes: [UInt8]

    /// For the given receivers; the kommun's socialtjänst alone when none are named.
    init(to receivers: [Party] = [.exempelkommun]) {
        messageID = UUID().uuidString.lowercased()
        var example = ExampleMessage(.inskrivningsmeddelande, sent: Date(), messageID: messageID, caseID: UUID().uuidString.lowercased())
        example.receivers = receivers
        let ward = "SE2321009900-A\(UInt32.random(in: 1_000_000...9_999_999))"
        let text = example.xml.replacing("SE2321009900-A101", with: ward)
            .replacing("<sam:Behov>REGIONAL_OPPENVARD</sam:Behov>", with: "")
        bytes = Array(text.utf8)
    }

    private init(messageID: String, bytes: [UInt8]) { (self.messageID, self.bytes) = (messageID, bytes) }

    /// A referral (remiss) the other way, from the kommun to the region.
    static func referral() -> FreshMessage {
        let id = UUID().uuidString.lowercased()
        let example = ExampleMessage(.remiss, sent: Date(), messageID: id, caseID: UUID().uuidString.lowercased())
        return FreshMessage(messageID: id, bytes: Array(example.xml.utf8))
    }
}

extension Party {
    /// The municipality of the tests that receives.
    static let exempelkommun = Party(
        organisationsnummer: TestOrganisation.kommun.organisationsnummer, principal: .municipality(TestOrganisation.kommun.code),
        address: .hsaID("SE2120009903-S201"), role: .socialtjanst)

    /// The other one, whose gateway is dead or hostile.
    static let provkommun = Party(
        organisationsnummer: TestOrganisation.neighbour.organisationsnummer, principal: .municipality(TestOrganisation.neighbour.code),
        address: .functional("0203:socialtjanst.provkommun.example"), role: .socialtjanst)
}
