/// The words of a certificate report in the language of this process: tables for people; JSON keeps the stable English ones.
enum CertificateWords {
    private static let swedish = [
        "certificate": "certifikat", "pin": "pin", "crl": "spärrlista", "ocsp": "OCSP-svar", "signing": "signatur", "own": "egen",
        "overlap": "egen, nästa", "partner": "partner", "authority": "utfärdare", "good": "giltigt", "overdue": "för gammal",
        "unknown": "okänt", "revoked": "spärrat", "refused": "godtas inte", "not_asked": "prövas inte", "in_force": "i kraft",
        "missing": "saknas", "not_met": "inte visat än",
    ]

    /// One word; a name or one that both languages share stays.
    static func text(_ word: String) -> String { local(swedish[word] ?? word, word) }
}
