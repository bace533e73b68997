import CareMessages
import Documents
import Spooling

/// One code of the catalogue: what it says and what to do.
struct ErrorEntry {
    let code: String
    let severity: String
    let text: LocalText
    let remedy: LocalText
    /// The message types a rule holds for.
    var types: [MessageType] = []
    /// The provision behind a rule.
    var law: String?
    /// What stands behind a rule.
    var standing: RuleStanding?

    init<C: RefusalCode>(_ code: C, severity: Finding.Severity = .error) {
        (self.code, self.severity, text, remedy) = (code.rawValue, severity.rawValue, code.text, code.remedy)
    }

    init(_ code: SpoolCode) {
        (self.code, severity) = (code.rawValue, Finding.Severity.error.rawValue)
        text = LocalText(sv: code.text.sv, en: code.text.en)
        remedy = LocalText(sv: code.remedy.sv, en: code.remedy.en)
    }

    init(_ code: DeliveryCode) {
        (self.code, severity) = (code.rawValue, Finding.Severity.error.rawValue)
        text = LocalText(sv: code.text.sv, en: code.text.en)
        remedy = LocalText(sv: code.remedy.sv, en: code.remedy.en)
    }

    init(_ rule: Rule) {
        (code, severity) = (rule.id, rule.severity.rawValue)
        (text, remedy) = (rule.description.text, rule.description.remedy)
        (types, law, standing) = (rule.types, rule.description.law, rule.description.standing)
    }
}

/// A code as the data of `sluss errors --json`.
struct ErrorReport: Encodable {
    let code, severity, area: String
    let messageSv, messageEn, remedySv, remedyEn: String
    let types: [String]
    let law: String?

    init(_ entry: ErrorEntry, area: String) {
        (code, severity, self.area) = (entry.code, entry.severity, area)
        (messageSv, messageEn) = (entry.text.sv, entry.text.en)
        (remedySv, remedyEn) = (entry.remedy.sv, entry.remedy.en)
        types = entry.types.map(\.rawValue)
        law = entry.law
    }
}
