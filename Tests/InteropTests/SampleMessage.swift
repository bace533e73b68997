import CareMessages
import Foundation
import TestSupport

/// A notice of admission from the region to the kommun's socialtjänst, with new ids, sent now.
enum SampleMessage {
    static func text() -> String {
        let ids = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        var example = ExampleMessage(.inskrivningsmeddelande, sent: Date(), messageID: ids.0, caseID: ids.1)
        example.receivers = [
            Party(
                organisationsnummer: TestOrganisation.kommun.organisationsnummer, principal: .municipality(TestOrganisation.kommun.code),
                address: .hsaID("SE2120009903-S201"), role: .socialtjanst)
        ]
        // One ward for each: two open admissions of one patient to one ward are an error.
        let ward = "SE2321009900-A\(UInt32.random(in: 1_000_000...9_999_999))"
        return example.xml.replacing("SE2321009900-A101", with: ward)
            .replacing("<sam:Behov>REGIONAL_OPPENVARD</sam:Behov>", with: "")
    }
}
