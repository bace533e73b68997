import CareMessages
import Foundation

/// The example of M11 spoiled so that a rule of its own type objects, and changed so that none does.
enum UnderrattelseOppenTvangsvardMutations {
    private static let m11 = MessageType.underrattelseOppenTvangsvard
    private static let granted = element("Beslutstyp", "MEDGIVEN")
    private static let betweenConfirmations = "Mio Mottagningsson</sam:Justerare>\n    </sam:Justering>"
    private static let lastConfirmation = "Ellis Biståndsson</sam:Justerare>\n    </sam:Justering>"

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("voluntary care", "E1101", m11, [element("Vardform", "OPT"): element("Vardform", "HSL")]),
        Mutation("no plan", "W1102", m11, ["<sam:Plan>": "<!--", "</sam:Plan>": "-->"]),
        Mutation("an insats without responsible unit", "E1102", m11, ["<sam:AnsvarigEnhet>": "<!--", "</sam:AnsvarigEnhet>": "-->"]),
        Mutation(
            "not confirmed by the municipality", "W1101", m11,
            [betweenConfirmations: betweenConfirmations + "<!--", lastConfirmation: "-->"]),
        Mutation("confirmed by nobody", "W1101", m11, ["<sam:Justering>": "<!--<sam:Justering>", lastConfirmation: "-->"]),
        Mutation("a wrong check digit in the chefsöverläkare's HSA-id", "E04", m11, ["SE2321009900-P410": "SE2321009901-P410"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("forensic open care", "E1101", m11, [element("Vardform", "OPT"): element("Vardform", "ORV")]),
        Mutation(
            "a responsible unit without HSA-id", "E1102", m11,
            ["\(element("HsaId", "SE2321009900-C310"))\n        <sam:Enhetsnamn>": "<sam:Enhetsnamn>"]),
        Mutation(
            "care that has ended, without plan", "W1102", m11,
            [granted: element("Beslutstyp", "UPPHORT"), "<sam:Plan>": "<!--", "</sam:Plan>": "-->"]),
        Mutation("confirmed by the municipality alone", "W1101", m11, ["<sam:Justering>": "<!--", "</sam:Justering>": "-->"]),
    ]
}
