import CareMessages

extension AndradPart: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AndradPart {
        AndradPart(
            changes: source.list(1...4) {
                var change = Change(kind: $0.choice(), party: $0.party())
                change.reason = $0.maybe { $0.text() }
                return change
            })
    }
}
