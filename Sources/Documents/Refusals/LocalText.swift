/// A sentence for operators in Swedish and English. Holds no content of any message.
package struct LocalText: Sendable, Equatable, Codable {
    /// Swedish.
    package var sv: String
    /// English.
    package var en: String

    /// Makes a text; both languages are required so that neither is forgotten.
    package init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }
}
