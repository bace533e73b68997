import CareMessages
import Foundation

/// The example of M10 spoiled so that a rule of its own type objects, and changed so that none does.
enum SamordnadPlanMutations {
    private static let m10 = MessageType.samordnadPlan
    private static let kind = element("Plantyp", "SIP")
    private static let status = element("Planstatus", "JUSTERAD")
    /// The plan's own consent, not that of the legal basis.
    private static let consent = "<sam:Samtycke>\n    \(element("Samtyckesstatus", "JA"))"
    private static let refused = "<sam:Samtycke>\n    \(element("Samtyckesstatus", "NEJ"))"
    private static let followUp = element("Uppfoljningsdatum", "2026-12-10")
    private static let firstConfirmation = "<sam:Justering>\n      <sam:Enhet>"

    private static func confirming(_ hsaID: String) -> String {
        "\(firstConfirmation)\n        \(element("Organisationsnummer", Checking.region))\n        \(element("Lanskod", "03"))\n" + hsaID
    }

    private static let confirmingUnit = confirming("        " + element("HsaId", "SE2321009900-B301"))

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("an insats without responsible unit", "E1001", m10, ["<sam:AnsvarigEnhet>": "<!--", "</sam:AnsvarigEnhet>": "-->"]),
        Mutation("confirmed without one of the units", "E1002", m10, ["<sam:Justering>": "<!--", "</sam:Justering>": "-->"]),
        Mutation(
            "confirmed by another unit of the same organisation", "E1002", m10,
            [confirmingUnit: confirming("        " + element("HsaId", "SE2321009900-B302"))]),
        Mutation("consent refused", "E1003", m10, [consent: refused]),
        Mutation(
            "a SIP for which consent is said not to be needed", "E1003", m10,
            [consent: "<sam:Samtycke>\n    \(element("Samtyckesstatus", "EJ_KRAVS"))"]),
        Mutation(
            "a genomförandeplan against the patient's word", "E1003", m10, [kind: element("Plantyp", "GP"), consent: refused]),
        Mutation("a draft without consent", "E1003", m10, [status: element("Planstatus", "UTKAST"), consent: refused]),
        Mutation("no day of follow-up", "W1001", m10, [followUp: ""]),
        Mutation(
            "a wrong check digit of a responsible unit", "E04", m10,
            [
                "<sam:AnsvarigEnhet>\n        <sam:Organisationsnummer>2321009900":
                    "<sam:AnsvarigEnhet>\n        <sam:Organisationsnummer>2321009901"
            ]),
        Mutation("another's number in the needs", "E10", m10, ["Uppföljning av": "Syskon 191212121212. Uppföljning av"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation(
            "a responsible unit without HSA-id", "E1001", m10,
            ["\(element("HsaId", "SE2321009900-B301"))\n        <sam:Enhetsnamn>": "<sam:Enhetsnamn>"]),
        Mutation(
            "a draft without confirmations", "E1002", m10,
            [status: element("Planstatus", "UTKAST"), "<sam:Justering>": "<!--", "</sam:Justering>": "-->"]),
        Mutation("confirmed by organisation and role alone", "E1002", m10, [confirmingUnit: confirming("")]),
        Mutation(
            "a plan of compulsory care without consent", "E1003", m10,
            [kind: element("Plantyp", "SPLPTLRV"), consent: "<sam:Samtycke>\n    \(element("Samtyckesstatus", "EJ_KRAVS"))"]),
        Mutation(
            "a genomförandeplan that needs no consent", "E1003", m10,
            [kind: element("Plantyp", "GP"), consent: "<sam:Samtycke>\n    \(element("Samtyckesstatus", "EJ_KRAVS"))"]),
        Mutation("an ended plan without follow-up", "W1001", m10, [status: element("Planstatus", "AVSLUTAD"), followUp: ""]),
    ]
}
