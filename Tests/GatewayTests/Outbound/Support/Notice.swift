import CareMessages
import Foundation
import TestSupport

/// A notice of admission that no gateway has seen: new ids, sent now, from a ward of its own, because two open admissions of one patient to
/// one ward are an error.
struct Notice: Sendable {
    let messageID: String
    let caseID: String
    let text: String

    init(
        to receivers: [Party] = [.kommunUnit], sent: Date = Date(), messageID: String = UUID().uuidString.lowercased(),
        caseID: String = UUID().uuidString.lowercased(), ward: String? = nil
    ) {
        self.messageID = messageID
        self.caseID = caseID
        var example = ExampleMessage(.inskrivningsmeddelande, sent: sent, messageID: messageID, caseID: caseID)
        example.receivers = receivers
        let ward = ward ?? "SE2321009900-A\(UInt32.random(in: 1_000_000...9_999_999))"
        let isForOutpatients = receivers.contains(.regionUnit)
        text = example.xml.replacing("SE2321009900-A101", with: ward)
            .replacing(
                "<sam:Behov>REGIONAL_OPPENVARD</sam:Behov>", with: isForOutpatients ? "<sam:Behov>REGIONAL_OPPENVARD</sam:Behov>" : "")
    }

    var bytes: [UInt8] { Array(text.utf8) }
}

extension Party {
    /// The municipality's social services.
    static let kommunUnit = Party(
        organisationsnummer: TestOrganisation.kommun.organisationsnummer, principal: .municipality(TestOrganisation.kommun.code),
        address: .hsaID("SE2120009903-S201"), role: .socialtjanst)
    /// The other municipality's.
    static let neighbourUnit = Party(
        organisationsnummer: TestOrganisation.neighbour.organisationsnummer, principal: .municipality(TestOrganisation.neighbour.code),
        address: .functional("0203:socialtjanst.provkommun.example"), role: .socialtjanst)
    /// The region's own outpatient care.
    static let regionUnit = Party(
        organisationsnummer: TestOrganisation.region.organisationsnummer, principal: .region(TestOrganisation.region.code),
        address: .hsaID("SE2321009900-B301"), role: .bup)
    /// A municipality no gateway here knows. The number has a correct check digit.
    static let strangerUnit = Party(
        organisationsnummer: "2120009929", principal: .municipality("0319"), address: .hsaID("SE2120009929-S201"), role: .socialtjanst)
}
