/// Finds somebody's names in free text, word by word, in any case and also in the genitive. A name may also be a word or somebody else's, so a hit is no proof.
package enum NameSearch {
    /// Whether a word of the text is a word of one of the names.
    package static func finds(_ names: Set<String>, in text: String) -> Bool {
        let sought = Set(names.flatMap(words))
        return !sought.isEmpty && words(text).contains { sought.contains($0) || sought.contains(genitive($0)) }
    }

    private static func words(_ text: String) -> [String] { text.lowercased().split { !$0.isLetter }.map(String.init) }

    /// The word that has this genitive, if it is one.
    private static func genitive(_ word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }
}
