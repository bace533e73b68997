/// The provision of a rule. Laws keep their Swedish names; the words around them are in the reader's language.
enum LawWords {
    static func text(_ law: String, _ language: Language) -> String {
        guard language == .en else { return law }
        return law.replacing("Slussens regel", with: "Sluss's own rule").replacing("; jämför ", with: "; compare ")
            .replacing("ingen lag kräver meddelandet", with: "no law demands the message")
    }
}
