import CareMessages
import Testing

/// One thing that must be objected to, in words of its own, and the ids that do. Several ids share it: the form, the case and the deadlines
/// judge their part of it.
struct RequiredRule: Sendable, CustomTestStringConvertible {
    /// Whether it refuses the message.
    enum Force: String, Sendable {
        case refuses, warns
        /// No message tells: it is the clock that does, in the deadline engine.
        case watched
    }

    /// `nil` for every type.
    let type: MessageType?
    let demand: String
    let force: Force
    let ids: [String]

    var testDescription: String { "\(type?.rawValue ?? "all") \(demand)" }

    private init(_ type: MessageType?, _ demand: String, _ force: Force, _ ids: String...) {
        (self.type, self.demand, self.force, self.ids) = (type, demand, force, ids)
    }

    static let common = [
        RequiredRule(nil, "envelope and signer disagree with the message", .refuses, "E01"),
        RequiredRule(nil, "another message under a used id", .refuses, "E02"),
        RequiredRule(nil, "receiver unknown, or role not for the type", .refuses, "E03"),
        RequiredRule(nil, "identifier with wrong check digit, date or code", .refuses, "E04"),
        RequiredRule(nil, "sent more than five minutes ahead", .refuses, "E05"),
        RequiredRule(nil, "reference missing, or to another case or patient", .refuses, "E06"),
        RequiredRule(nil, "case closed or message withdrawn", .refuses, "E07"),
        RequiredRule(nil, "sender no party of the case", .refuses, "E08"),
        RequiredRule(nil, "protected identity shown, or sent to an open mailbox", .refuses, "E09"),
        RequiredRule(nil, "another person's number in free text", .warns, "E10"),
        RequiredRule(nil, "ground for those under 18 used from 18", .refuses, "E11"),
        RequiredRule(nil, "more than the duty bears, with the duty alone", .refuses, "E12"),
        RequiredRule(nil, "attachments with a type that carries none", .refuses, "E13"),
        RequiredRule(nil, "attachments declared and attachments present differ", .refuses, "E14"),
        RequiredRule(nil, "arrived more than a day after sending", .warns, "W01"),
        RequiredRule(nil, "address in another municipality than the code", .warns, "W02"),
        RequiredRule(nil, "no business receipt in time", .watched, DeadlineKind.verksamhetskvittens.rawValue, "W03"),
        RequiredRule(nil, "identifier of an unknown kind", .warns, "W04"),
        RequiredRule(nil, "regional reserve number abroad without a second identifier", .warns, "W05"),
        RequiredRule(nil, "samordningsnummer that may be dormant", .warns, "W06"),
        RequiredRule(nil, "duty as the only ground where none is unconditional", .warns, "W10"),
        RequiredRule(nil, "correction, change or withdrawal to fewer than had the message", .warns, "W12"),
        RequiredRule(nil, "a case opened by another organisation opened once more", .warns, "W13"),
    ]

    static let admission = [
        RequiredRule(.inskrivningsmeddelande, "expected discharge before admission", .refuses, "E101"),
        RequiredRule(.inskrivningsmeddelande, "municipal health care needed, open care not told", .refuses, "E102"),
        RequiredRule(.inskrivningsmeddelande, "municipal support needed, no municipality told", .refuses, "E103"),
        RequiredRule(.inskrivningsmeddelande, "two open for one patient on one ward", .refuses, "E104"),
        RequiredRule(.inskrivningsmeddelande, "later than 24 hours", .warns, "W101"),
        RequiredRule(.inskrivningsmeddelande, "under 21 and nothing on placement", .warns, "W102"),
        RequiredRule(.inskrivningsmeddelande, "municipality of registration not told", .warns, "W103"),
        RequiredRule(.inskrivningsmeddelande, "expected discharge more than 180 days away", .warns, "W104"),
        RequiredRule(.andradBeraknadUtskrivning, "same time as before", .refuses, "E201"),
        RequiredRule(.andradBeraknadUtskrivning, "after the admission's end", .refuses, "E202", "E07"),
        RequiredRule(.andradBeraknadUtskrivning, "a time that has passed", .warns, "W201"),
        RequiredRule(.andradBeraknadUtskrivning, "after readiness", .warns, "W202"),
        RequiredRule(.andradBeraknadUtskrivning, "reason with the duty alone", .warns, "W11"),
        RequiredRule(.andradBeraknadUtskrivning, "not to all who had the notice of admission", .warns, "W12"),
        RequiredRule(.fastVardkontaktUtsedd, "unit did not get the notice of admission", .refuses, "E301"),
        RequiredRule(.fastVardkontaktUtsedd, "none named when readiness comes", .warns, "W504"),
        RequiredRule(.planeringsunderlag, "no ground", .refuses, "E401"),
        RequiredRule(.planeringsunderlag, "none within 48 hours", .warns, "W401"),
        RequiredRule(.utskrivningsklar, "no notice of admission", .refuses, "E501"),
        RequiredRule(.utskrivningsklar, "assessed after sending", .refuses, "E502"),
        RequiredRule(.utskrivningsklar, "assessed before admission", .refuses, "E503"),
        RequiredRule(.utskrivningsklar, "one in force already", .refuses, "E504"),
        RequiredRule(.utskrivningsklar, "more than four hours after the assessment", .warns, "W501"),
        RequiredRule(.utskrivningsklar, "open care not surely available", .warns, "W502"),
        RequiredRule(.utskrivningsklar, "municipality of registration not told", .warns, "W503"),
        RequiredRule(.atertagandeUtskrivningsklar, "notice not in force", .refuses, "E601", "E07"),
        RequiredRule(.atertagandeUtskrivningsklar, "call to the SIP stands", .warns, "W601"),
        RequiredRule(.atertagandeUtskrivningsklar, "not to all who had the notice", .warns, "W12"),
        RequiredRule(.oppenvardensTillganglighet, "says otherwise than the notice of readiness", .warns, "W701", "W505"),
    ]

    static let planning = [
        RequiredRule(.kallelseTillSip, "about a discharge, and not by the fast vårdkontakt", .refuses, "E801"),
        RequiredRule(.kallelseTillSip, "meeting before the call", .refuses, "E802"),
        RequiredRule(.kallelseTillSip, "compulsory open care", .refuses, "E803"),
        RequiredRule(.kallelseTillSip, "later than three days", .warns, "W801"),
        RequiredRule(.kallelseTillSip, "no consent", .warns, "W802"),
        RequiredRule(.kallelseTillSip, "placing municipality not called", .warns, "W803"),
        RequiredRule(.kallelseTillSip, "fewer than two principals", .warns, "W804"),
        RequiredRule(.svarPaKallelse, "refers to no call", .refuses, "E06"),
        RequiredRule(.svarPaKallelse, "no answer a day before the meeting", .watched, DeadlineKind.svarPaKallelse.rawValue, "W901"),
        RequiredRule(.samordnadPlan, "insats without responsible unit", .refuses, "E1001"),
        RequiredRule(.samordnadPlan, "confirmed without each responsible unit", .refuses, "E1002"),
        RequiredRule(.samordnadPlan, "no consent", .refuses, "E1003"),
        RequiredRule(.samordnadPlan, "no day of follow-up", .warns, "W1001"),
        RequiredRule(.underrattelseOppenTvangsvard, "voluntary care", .refuses, "E1101"),
        RequiredRule(.underrattelseOppenTvangsvard, "not confirmed by the municipality", .warns, "W1101"),
        RequiredRule(.underrattelseOppenTvangsvard, "no plan", .warns, "W1102"),
        RequiredRule(.utskrivningsinformation, "no ground", .refuses, "E1201"),
        RequiredRule(.utskrivningsinformation, "after the day of discharge", .warns, "W1201"),
        RequiredRule(.utskrivningsinformation, "placed, and the placing municipality not told", .warns, "W1202"),
        RequiredRule(.utskrivningsinformation, "address of a secret place of stay", .refuses, "E09"),
        RequiredRule(.avslutVardtillfalle, "discharged without readiness", .refuses, "E1301"),
        RequiredRule(.avslutVardtillfalle, "no discharge information that day", .warns, "W1301"),
    ]

    static let placement = [
        RequiredRule(.begaranHalsoundersokning, "21 at the start of the placement", .refuses, "E1401"),
        RequiredRule(.begaranHalsoundersokning, "no start", .refuses, "E1402"),
        RequiredRule(.begaranHalsoundersokning, "sender no socialnämnd", .refuses, "E03"),
        RequiredRule(.begaranHalsoundersokning, "examined within twelve months", .warns, "W1401"),
        RequiredRule(.begaranHalsoundersokning, "no oral part", .warns, "W1402"),
        RequiredRule(.begaranHalsoundersokning, "18–20 without own consent", .warns, "W1403"),
        RequiredRule(.begaranHalsoundersokning, "more than 14 days after the start", .warns, "W1404"),
        RequiredRule(.begaranHalsoundersokning, "background and guardians with the duty alone", .warns, "W11"),
        RequiredRule(
            .beskedHalsoundersokning, "none in ten working days", .watched, DeadlineKind.beskedHalsoundersokning.rawValue, "W1501"),
        RequiredRule(.utlatandeHalsoundersokning, "part missing without reason", .refuses, "E1601"),
        RequiredRule(.utlatandeHalsoundersokning, "no ground", .refuses, "E1602"),
        RequiredRule(.utlatandeHalsoundersokning, "ground that may not bear it", .warns, "W1602"),
        RequiredRule(.utlatandeHalsoundersokning, "later than 60 days", .warns, "W1601"),
        RequiredRule(.remiss, "empty question", .refuses, "E1701"),
        RequiredRule(.remiss, "urgent without confirmation by telephone", .refuses, "E1702"),
        RequiredRule(.remiss, "referrer not licensed", .warns, "W1701"),
        RequiredRule(.remissbekraftelse, "refused without reason", .refuses, "E1801"),
        RequiredRule(.remissbekraftelse, "passed on to nobody", .refuses, "E1802"),
        RequiredRule(.remissvar, "refers to no referral", .refuses, "E06"),
        RequiredRule(.remissvar, "no word in seven days", .watched, DeadlineKind.remissbekraftelse.rawValue, "W1801", "W1901"),
        RequiredRule(.placeringsmeddelande, "end before start", .refuses, "E2001"),
        RequiredRule(.placeringsmeddelande, "overlaps with one of the same municipality", .refuses, "E2002"),
        RequiredRule(.placeringsmeddelande, "overlaps with one of another municipality", .warns, "W2001"),
        RequiredRule(.placeringsmeddelande, "not agreed on", .refuses, "E2003"),
        RequiredRule(.placeringsmeddelande, "home of a protected child", .refuses, "E09"),
    ]

    static let others = [
        RequiredRule(.sisUnderrattelse, "more than 15 minutes after the event", .warns, "W2101"),
        RequiredRule(.sisUnderrattelse, "copy to the placing municipality without a ground", .warns, "W2102"),
        RequiredRule(.makulering, "not by the sender of the original", .refuses, "E2201"),
        RequiredRule(.makulering, "not the latest stage", .refuses, "E2202"),
        RequiredRule(.makulering, "withdrawn already", .refuses, "E2203"),
        RequiredRule(.makulering, "not to all who had the message", .warns, "W2201"),
        RequiredRule(.kvittens, "patient data", .refuses, "E2301"),
        RequiredRule(.kvittens, "names the patient of what came wrong", .warns, "W2302"),
        RequiredRule(.andradPart, "removes a party with open insatser", .refuses, "E2401"),
        RequiredRule(.avvikelse, "names the patient", .warns, "W2501"),
        RequiredRule(.avvikelse, "person number in the text", .refuses, "E2501"),
    ]

    static let all = common + admission + planning + placement + others
}
