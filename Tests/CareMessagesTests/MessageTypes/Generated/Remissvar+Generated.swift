import CareMessages

extension Remissvar: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Remissvar {
        Remissvar()
    }
}
