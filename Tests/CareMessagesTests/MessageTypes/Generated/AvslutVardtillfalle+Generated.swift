import CareMessages

extension AvslutVardtillfalle: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AvslutVardtillfalle {
        AvslutVardtillfalle(kind: source.choice(), ended: source.instant())
    }
}
