import CareMessages
import Foundation

/// Chapter 5 of lag (2017:612), one reason at a time.
enum PaymentCases {
    static let all = links + openCare + laterOpenCare + calls + doubts + days + models

    static let admitted = Told.m01("2026-09-14T12:00:00+02:00", admitted: "2026-09-14T10:00:00+02:00")
    static let ready = Told.m05("2026-09-18T09:55:00+02:00")
    static let call = Told.m08("2026-09-21T10:00:00+02:00")
    static let out = Told.m13("2026-09-24T14:00:00+02:00", left: "2026-09-24T13:30:00+02:00")
    /// Every link is there: from the 21st to the 24th.
    static let whole = [admitted, ready, call, out]

    private static let links: [PaymentCase] = [
        PaymentCase("every link is there", whole, "from 2026-09-21 3 d"),
        PaymentCase("a case of another kind", [Told(.remiss, "m17", "2026-09-14T12:00:00+02:00")], "none"),
        PaymentCase("no notice of admission to the payer", [admitted.toOther, ready, call, out], "blocked noAdmissionToPayer"),
        PaymentCase("no notice of readiness yet", [admitted], "blocked noNoticeToPayer"),
        PaymentCase("the notice went to another municipality", [admitted, ready.toOther, call, out], "blocked noNoticeToPayer"),
        PaymentCase(
            "a school is no unit concerned", [admitted, ready.with { $0.receivers = [CaseEvent.Unit(ToldBy.school)] }, call],
            "blocked noNoticeToPayer"),
        PaymentCase("the notice was withdrawn", [admitted, ready, .m06("2026-09-18T15:30:00+02:00")], "blocked noticeWithdrawn"),
        PaymentCase(
            "nobody is registered anywhere", whole.map { $0.facts { $0.folkbokforingskommun = nil } }, "blocked payerUnknown"),
        PaymentCase(
            "the municipality that decided the stay pays in the place of that of registration",
            whole.map { $0.facts { $0.folkbokforingskommun = nil } }, "from 2026-09-21 3 d"
        ).with { $0.payer = .told(.decided(kommunkod: "0319")) },
        PaymentCase("the municipality that decided was told nothing", whole, "blocked noAdmissionToPayer noNoticeToPayer").with {
            $0.payer = .told(.decided(kommunkod: "0380"))
        },
        PaymentCase("nothing tells which municipality the organisation is", whole, "doubt payerOrganisationUnknown, from 2026-09-21 3 d")
            .with { $0.payer = PayerQuestion() },
        PaymentCase(
            "another organisation that states the payer's kommunkod tells the payer nothing",
            [admitted, ready.with { $0.receivers = [impostor] }, call, out], "blocked noNoticeToPayer"),
        PaymentCase("a notice without effect in the case is none", whole, "blocked noNoticeToPayer").with { $0.irregular = ["m05"] },
        PaymentCase(
            "a withdrawal without effect takes nothing back", whole + [.m06("2026-09-18T15:30:00+02:00")], "from 2026-09-21 3 d"
        ).with { $0.irregular = ["m06"] },
        PaymentCase(
            "a correction without effect corrects nothing", whole + [.m05("2026-09-19T13:00:00+02:00", id: "fix").replacing("m05")],
            "from 2026-09-21 3 d"
        ).with { $0.irregular = ["fix"] },
    ]

    private static let impostor = CaseEvent.Unit(
        organisationsnummer: Checking.region, role: .socialtjanst, kommunkod: "0382", address: "x.example")

    private static let openCare: [PaymentCase] = [
        PaymentCase(
            "open care is not available", [admitted, .m05("2026-09-18T09:55:00+02:00", openCare: .no), call], "blocked openCareNotAvailable"
        ),
        PaymentCase(
            "open care is unclear", [admitted, .m05("2026-09-18T09:55:00+02:00", openCare: .unclear), call],
            "blocked openCareNotAvailable"),
        PaymentCase(
            "the last word counts: no longer available", whole + [.m07("2026-09-19T09:00:00+02:00", .no)], "blocked openCareNotAvailable"),
        PaymentCase(
            "an earlier word does not, but it contradicts", whole + [.m07("2026-09-17T09:00:00+02:00", .no)],
            "doubt openCareContradicted, from 2026-09-21 3 d"),
        PaymentCase(
            "available before liability begins",
            [admitted, .m05("2026-09-18T09:55:00+02:00", openCare: .unclear), call, out, .m07("2026-09-20T09:00:00+02:00", .yes)],
            "from 2026-09-21 3 d"),
        PaymentCase(
            "available after liability would have begun",
            [admitted, .m05("2026-09-18T09:55:00+02:00", openCare: .unclear), call, out, .m07("2026-09-22T09:00:00+02:00", .yes)],
            "doubt openCareLater, from 2026-09-22 2 d"),
        PaymentCase(
            "not available before the notice, and available only after liability would have begun",
            [admitted, .m07("2026-09-17T09:00:00+02:00", .no), .m11("2026-09-18T09:55:00+02:00"), out]
                + [.m07("2026-09-22T09:00:00+02:00", .yes, id: "yes")], "doubt openCareLater, from 2026-09-22 2 d"),
        PaymentCase(
            "a word that was withdrawn is no word",
            whole + [.m07("2026-09-19T09:00:00+02:00", .no), .m22("2026-09-19T10:00:00+02:00", of: "m07")], "from 2026-09-21 3 d"),
    ]

    private static let laterOpenCare: [PaymentCase] = [
        PaymentCase(
            "the day from which open care is available counts, not that of the word",
            [admitted, .m11("2026-09-18T09:55:00+02:00"), out, .m07("2026-09-18T10:00:00+02:00", .yes, from: "2026-09-23")],
            "doubt openCareLater, from 2026-09-23 1 d"),
        PaymentCase(
            "not available until after the patient left",
            [admitted, .m11("2026-09-18T09:55:00+02:00"), out, .m07("2026-09-18T10:00:00+02:00", .yes, from: "2026-10-01")],
            "blocked openCareNotAvailable"),
        PaymentCase(
            "a no from a later day does not keep liability from beginning",
            whole + [.m07("2026-09-19T09:00:00+02:00", .no, from: "2026-09-23")], "from 2026-09-21 3 d"),
        PaymentCase(
            "a no after liability began erases no days", whole + [.m07("2026-09-22T09:00:00+02:00", .no)],
            "doubt openCareEnded, from 2026-09-21 3 d"),
        PaymentCase(
            "a notice corrected to no after liability began erases no days",
            whole + [.m05("2026-09-22T13:00:00+02:00", openCare: .no, id: "fix").replacing("m05")],
            "doubt noticeCorrected openCareEnded, from 2026-09-21 3 d"),
        PaymentCase(
            "a word after the patient left is passed over", whole + [.m07("2026-09-24T15:00:00+02:00", .no)], "from 2026-09-21 3 d"),
        PaymentCase(
            "open compulsory care without a word on open care", [admitted, .m11("2026-09-18T09:55:00+02:00"), out],
            "blocked openCareNotStated"),
    ]

    private static let calls: [PaymentCase] = [
        PaymentCase(
            "a call by another unit of open care leaves doubt",
            [admitted, ready, out, .m08("2026-09-19T10:00:00+02:00", by: ToldBy.openCare)],
            "doubt callNotByContact, from 2026-09-21 3 d"),
        PaymentCase(
            "the contact's own call takes it away",
            whole + [.m08("2026-09-19T10:00:00+02:00", id: "other", by: ToldBy.openCare)], "from 2026-09-21 3 d"),
        PaymentCase(
            "a call of its own before the notice is not for it",
            [admitted, ready, out, .m08("2026-09-17T10:00:00+02:00", of: nil)], "doubt callForOtherNotice, from 2026-09-21 3 d"),
        PaymentCase(
            "a call of its own after the notice is", [admitted, ready, out, .m08("2026-09-19T10:00:00+02:00", of: nil)],
            "from 2026-09-21 3 d"),
        PaymentCase("a SIP is needed and nobody has called", [admitted, ready, out], "blocked noCall"),
        PaymentCase(
            "the social services' own call is not the one the law means",
            [admitted, ready, out, .m08("2026-09-21T10:00:00+02:00", by: ToldBy.socialtjanst)], "blocked noCall"),
        PaymentCase(
            "a later decision of open compulsory care does not move the clock",
            [admitted, ready, .m11("2026-09-20T09:55:00+02:00"), out], "from 2026-09-21 3 d"),
        PaymentCase("no SIP is needed", [admitted, .m05("2026-09-18T09:55:00+02:00", sip: .no), out], "from 2026-09-21 3 d"),
        PaymentCase(
            "unclear whether a SIP is needed", [admitted, .m05("2026-09-18T09:55:00+02:00", sip: .unclear), out],
            "doubt sipNeedUnclear, from 2026-09-21 3 d"),
        PaymentCase(
            "unclear, but somebody has called", [admitted, .m05("2026-09-18T09:55:00+02:00", sip: .unclear), call, out],
            "from 2026-09-21 3 d"),
        PaymentCase(
            "open compulsory care needs no call",
            [admitted, .m11("2026-09-18T09:55:00+02:00"), .m07("2026-09-18T10:00:00+02:00", .yes), out],
            "from 2026-09-21 3 d"),
        PaymentCase(
            "nor by the form of care in the M05", [admitted, ready.facts { $0.vardform = .orv }, out], "from 2026-09-21 3 d"),
        PaymentCase(
            "an application for open compulsory care is no notice", [admitted, .m11("2026-09-18T09:55:00+02:00", "ANSOKT")],
            "blocked noNoticeToPayer"),
    ]

    private static let doubts: [PaymentCase] = [
        PaymentCase(
            "the notice of admission was late",
            [.m01("2026-09-15T10:00:01+02:00", admitted: "2026-09-14T10:00:00+02:00"), ready, call, out],
            "doubt admissionLate, from 2026-09-21 3 d"),
        PaymentCase(
            "the payer was told late, another municipality in time",
            [admitted.toOther, .m01("2026-09-16T10:00:00+02:00", admitted: "2026-09-14T10:00:00+02:00", id: "fix").replacing("m01"), ready]
                + [call, out], "doubt admissionLate, from 2026-09-21 3 d"),
        PaymentCase(
            "the call was late", [admitted, ready, .m08("2026-09-22T00:00:00+02:00"), out], "doubt callLate, from 2026-09-21 3 d"),
        PaymentCase(
            "two doubts",
            [.m01("2026-09-15T10:00:01+02:00", admitted: "2026-09-14T10:00:00+02:00"), ready, .m08("2026-09-22T00:00:00+02:00"), out],
            "doubt admissionLate callLate, from 2026-09-21 3 d"),
        PaymentCase(
            "a missing link hides the doubts",
            [.m01("2026-09-15T10:00:01+02:00", admitted: "2026-09-14T10:00:00+02:00"), ready, out], "blocked noCall"),
        PaymentCase(
            "the notice was corrected", whole + [.m05("2026-09-19T13:00:00+02:00", id: "fix").replacing("m05")],
            "doubt noticeCorrected, from 2026-09-21 3 d"),
        PaymentCase(
            "the only call belongs to a withdrawn notice",
            [admitted, ready, .m08("2026-09-18T10:00:00+02:00"), .m06("2026-09-18T15:30:00+02:00"), renewed],
            "doubt callForOtherNotice, from 2026-09-24 1 d so far"),
        PaymentCase(
            "the decision of open compulsory care has ended",
            [admitted, .m11("2026-09-18T09:55:00+02:00"), .m07("2026-09-18T10:00:00+02:00", .yes), out]
                + [.m11("2026-09-20T09:55:00+02:00", "UPPHORT", id: "end")], "doubt compulsoryOpenCareEnded, from 2026-09-21 3 d"),
    ]

    static let renewed = Told.m05("2026-09-21T09:00:00+02:00", id: "new")

    private static let days: [PaymentCase] = [
        PaymentCase("an open stay counts until now", [admitted, ready, call], "from 2026-09-21 4 d so far"),
        PaymentCase(
            "an open stay by the Swedish day, not that of UTC", [admitted, ready, call], now: "2026-09-24T22:00:00Z",
            "from 2026-09-21 4 d so far"),
        PaymentCase("before liability begins", [admitted, ready, call], now: "2026-09-20T08:00:00+02:00", "from 2026-09-21 0 d so far"),
        PaymentCase(
            "left on the first day", [admitted, ready, call, .m13("2026-09-21T23:59:59+02:00", left: "2026-09-21T23:00:00+02:00")],
            "from 2026-09-21 0 d"),
        PaymentCase(
            "left before", [admitted, ready, call, .m13("2026-09-19T12:00:00+02:00", left: "2026-09-19T11:00:00+02:00")],
            "from 2026-09-21 0 d"),
        PaymentCase(
            "the M12 tells it while there is no M13",
            [admitted, ready, call, .m12("2026-09-23T12:00:00+02:00", left: "2026-09-23T11:00:00+02:00")], "from 2026-09-21 2 d"),
        PaymentCase(
            "a departure announced for tomorrow has not happened",
            [admitted, ready, call, .m12("2026-09-23T12:00:00+02:00", left: "2026-09-26T11:00:00+02:00")], "from 2026-09-21 4 d so far"),
        PaymentCase(
            "a renewed notice starts a new clock",
            [admitted, ready, .m06("2026-09-18T15:30:00+02:00"), renewed, .m08("2026-09-21T10:00:00+02:00", of: "new"), out],
            "from 2026-09-24 0 d"),
    ]

    private static let yearly = DayAmounts(years: [2026: 10_000, 2027: 11_000]) ?? .none
    private static let overNewYear: [Told] = [
        .m01("2026-12-20T12:00:00+01:00", admitted: "2026-12-20T10:00:00+01:00"), .m05("2026-12-27T09:00:00+01:00", sip: .no),
        .m13("2027-01-02T12:00:00+01:00", left: "2027-01-02T11:00:00+01:00"),
    ]

    private static let models: [PaymentCase] = [
        PaymentCase("with an amount", whole, "from 2026-09-21 3 d 30000 kr").with { $0.amounts = yearly },
        PaymentCase("each year with its own amount", overNewYear, now: "2027-02-01T00:00:00Z", "from 2026-12-30 3 d 31000 kr").with {
            $0.amounts = yearly
        },
        PaymentCase("no amount for one of the years: no kronor", overNewYear, now: "2027-02-01T00:00:00Z", "from 2026-12-30 3 d").with {
            $0.amounts = DayAmounts(years: [2026: 10_000]) ?? .none
        },
        PaymentCase("an average model states no kronor", whole, "from 2026-09-21 3 d").with {
            $0.amounts = yearly
            $0.agreement.model = .average(level: 3)
        },
        PaymentCase("an agreement on weekdays", whole, "from 2026-09-23 1 d").with { $0.agreement.dayKind = .weekdays },
    ]
}

extension Told {
    /// The same to the placing municipality only.
    fileprivate var toOther: Told { with { $0.receivers = [CaseEvent.Unit(ToldBy.socialtjanst)] } }
}
