import CareMessages

extension Remiss: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Remiss {
        let referrer = Referrer(
            name: source.line(), hsaID: source.maybe { $0.hsaID() }, profession: source.line(), isLicensed: source.flag(),
            phone: source.phone())
        var content = Remiss(
            question: source.text(), background: source.text(), priority: source.choice(), isConfirmedByPhone: source.flag(),
            referrer: referrer)
        content.diagnoses = source.list(0...3) { Diagnosis(code: "F\($0.digits(2))", text: $0.maybe { $0.text() }) }
        content.medicines = source.list(0...3) { $0.text() }
        content.sipReference = source.maybe { $0.uuid() }
        return content
    }
}
