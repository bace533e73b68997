import CareMessages

extension FastVardkontaktUtsedd: GeneratedContent {
    static func generated(from source: inout ValueSource) -> FastVardkontaktUtsedd {
        FastVardkontaktUtsedd(
            contact: source.staffMember(), profession: source.line(), unit: source.careUnit(), appointed: source.day())
    }
}
