import CareMessages

extension UnderrattelseOppenTvangsvard: GeneratedContent {
    static func generated(from source: inout ValueSource) -> UnderrattelseOppenTvangsvard {
        UnderrattelseOppenTvangsvard()
    }
}
