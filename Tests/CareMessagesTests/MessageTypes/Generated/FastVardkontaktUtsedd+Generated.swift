import CareMessages

extension FastVardkontaktUtsedd: GeneratedContent {
    static func generated(from source: inout ValueSource) -> FastVardkontaktUtsedd {
        FastVardkontaktUtsedd()
    }
}
