import CareMessages

extension Remissvar: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Remissvar {
        Remissvar(
            extent: source.choice(), day: source.day(), author: source.staffMember(), answer: source.flag() ? source.text() : "")
    }
}
