import CareMessages

extension Utskrivningsinformation: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Utskrivningsinformation {
        var destination = Destination(kind: source.choice())
        destination.unitName = source.maybe { $0.line() }
        destination.kommunkod = source.maybe { $0.kommunkod() }
        destination.address = source.maybe { $0.address() }
        let handover = Handover(
            summary: source.text(), ongoingTreatment: source.text(), medicines: source.text(), selfCare: source.text(),
            followUp: source.text())
        var content = Utskrivningsinformation(
            discharged: source.instant(), destination: destination, handover: handover, contact: source.careUnit())
        content.placeringskommun = source.maybe { $0.kommunkod() }
        content.particulars = particulars(from: &source)
        return content
    }

    private static func particulars(from source: inout ValueSource) -> Particulars {
        var particulars = Particulars()
        particulars.reason = source.maybe { $0.text() }
        particulars.statusAtAdmission = source.maybe { $0.text() }
        particulars.complications = source.maybe { $0.text() }
        particulars.health = source.maybe { $0.text() }
        particulars.function = source.maybe { $0.text() }
        particulars.experiencedHealth = source.maybe { $0.text() }
        particulars.risks = source.maybe { $0.text() }
        particulars.workAbility = source.maybe { $0.text() }
        particulars.staff = source.list(0...5) { $0.staffMember() }
        return particulars
    }
}
