import CareMessages

extension KallelseTillSip: GeneratedContent {
    static func generated(from source: inout ValueSource) -> KallelseTillSip {
        var content = KallelseTillSip(
            time: (source.instant(), source.instant()), form: source.choice(), place: source.text(), convener: source.practitioner(),
            invited: source.list(1...5) { $0.concernedUnit() }, consent: source.consentStatement())
        content.vardform = source.maybe { $0.choice() }
        content.purpose = source.maybe { $0.text() }
        content.childView = source.maybe { $0.text() }
        content.guardians = source.list(0...2) { $0.guardian() }
        content.wantedDocuments = source.list(0...3) { $0.text() }
        return content
    }
}
