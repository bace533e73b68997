import CareMessages

extension AtertagandeUtskrivningsklar: GeneratedContent {
    static func generated(from source: inout ValueSource) -> AtertagandeUtskrivningsklar {
        AtertagandeUtskrivningsklar()
    }
}
