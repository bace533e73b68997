import CareMessages

extension AndradBeraknadUtskrivning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AndradBeraknadUtskrivning {
        var content = AndradBeraknadUtskrivning(expectedDischarge: source.plannedTime())
        content.reason = source.maybe { $0.text() }
        return content
    }
}
