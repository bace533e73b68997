import Documents
import Glibc

/// The language of words for people: Swedish when the environment says so, else English.
enum Language: String, CaseIterable {
    case sv, en

    /// `SLUSS_LANGUAGE` first, then the locale's variables in the order of POSIX: the first that is set decides.
    static let current: Language = {
        let names = ["SLUSS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        let named = names.compactMap { name in getenv(name).map { String(cString: $0) } }
        return (named.first { !$0.isEmpty } ?? "").hasPrefix("sv") ? .sv : .en
    }()

    func callAsFunction(_ text: LocalText) -> String { self == .sv ? text.sv : text.en }
    func callAsFunction(_ sv: String, _ en: String) -> String { self == .sv ? sv : en }
}

/// Words in the language of this process.
func local(_ sv: String, _ en: String) -> String { Language.current(sv, en) }
