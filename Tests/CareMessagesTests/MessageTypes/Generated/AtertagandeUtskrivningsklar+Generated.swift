import CareMessages

extension AtertagandeUtskrivningsklar: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AtertagandeUtskrivningsklar {
        AtertagandeUtskrivningsklar(withdrawn: source.instant(), reason: source.choice())
    }
}
