/// Which exchange a gateway belongs to (`environment`). Certificates of one are worth nothing in the other.
package enum TrustEnvironment: String, CaseIterable, Sendable {
    /// Real patients.
    case prod
    /// Everything else: development, test, acceptance.
    case test

    /// Words in a CA's name by which Swedish and other federations mark it (TEST SITHS e-id …, … Accesspunkt-PROD).
    private var markers: Set<String> {
        switch self {
        case .prod: ["PROD", "PRODUCTION", "PRODUKTION"]
        case .test:
            [
                "TEST", "QA", "DEV", "DEVELOPMENT", "UTVECKLING", "DEMO", "STAGING", "ACCEPTANCE", "ACCEPTANS", "ACC", "PREPROD", "PP",
                "SANDBOX",
            ]
        }
    }

    /// The word by which a name says that it belongs to the other environment; nil when it does not say.
    package func foreignWord(in name: String) -> String? {
        let other: TrustEnvironment = self == .prod ? .test : .prod
        let words = name.split { !$0.isLetter && !$0.isNumber }.map { $0.uppercased() }
        return words.first(where: other.markers.contains)
    }
}
