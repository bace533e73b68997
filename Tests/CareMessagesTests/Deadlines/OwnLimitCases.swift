import CareMessages

/// The limits that Sluss or an agreement sets.
enum OwnLimitCases {
    static let all = planning + answers + examination + parts + referrals + receipts

    private static let admitted = Told.m01("2026-09-14T12:00:00+02:00", admitted: "2026-09-14T10:00:00+02:00")

    private static func material(_ sent: String, by sender: Party) -> Told { Told(.planeringsunderlag, "m04", sent, by: sender) }

    private static let planning: [DeadlineCase] = [
        .told(
            "48 hours to the second", .planeringsunderlag, of: "m01", [admitted, material("2026-09-16T12:00:00+02:00", by: ToldBy.payer)],
            ("2026-09-16T12:00:00+02:00", "met m04"), now: "2026-09-17T00:00:00Z"),
        .told(
            "the ward's own material is no answer", .planeringsunderlag, of: "m01",
            [admitted, material("2026-09-15T12:00:00+02:00", by: ToldBy.ward)], ("2026-09-16T12:00:00+02:00", "missed"),
            now: "2026-09-17T00:00:00Z"),
        .told(
            "pointless when the stay is over", .planeringsunderlag, of: "m01",
            [admitted, .m13("2026-09-15T12:00:00+02:00", left: "2026-09-15T11:00:00+02:00")],
            ("2026-09-16T12:00:00+02:00", "stopped m13"), now: "2026-09-17T00:00:00Z"),
        .told(
            "pointless when the notice of admission is void", .planeringsunderlag, of: "m01",
            [admitted, .m22("2026-09-15T12:00:00+02:00", of: "m01")], ("2026-09-16T12:00:00+02:00", "stopped m22"),
            now: "2026-09-17T00:00:00Z"),
    ]

    private static let called = Told.m08("2026-09-21T10:00:00+02:00", meeting: "2026-09-24T14:00:00+02:00")
    private static let both: [Told] = [
        .m09("2026-09-22T09:00:00+02:00", by: ToldBy.payer), .m09("2026-09-23T14:00:00+02:00", by: ToldBy.socialtjanst),
    ]
    private static let last = "m09-\(Checking.kommun)-m08"

    private static let answers: [DeadlineCase] = [
        .told(
            "everyone answered by the last instant", .svarPaKallelse, of: "m08", [called] + both,
            ("2026-09-23T14:00:00+02:00", "met \(last)"), now: "2026-09-25T00:00:00Z"),
        .told(
            "one has not answered", .svarPaKallelse, of: "m08", [called, both[0]], ("2026-09-23T14:00:00+02:00", "missed"),
            now: "2026-09-23T14:00:01+02:00"),
        .told(
            "a call the day before: until the meeting", .svarPaKallelse, of: "m08",
            [.m08("2026-09-24T10:00:00+02:00", meeting: "2026-09-24T14:00:00+02:00")], ("2026-09-24T14:00:00+02:00", "open"),
            now: "2026-09-24T14:00:00+02:00"),
        .told(
            "24 hours before, over the end of summer time", .svarPaKallelse, of: "m08",
            [.m08("2026-10-20T10:00:00+02:00", meeting: "2026-10-25T14:00:00+01:00")], ("2026-10-24T15:00:00+02:00", "open"),
            now: "2026-10-21T14:00:00+02:00"),
        .told(
            "a cancelled meeting needs no answer", .svarPaKallelse, of: "m08", [called, .m22("2026-09-22T10:00:00+02:00", of: "m08")],
            ("2026-09-23T14:00:00+02:00", "stopped m22"), now: "2026-09-25T00:00:00Z"),
        .told(
            "a new time needs new answers", .svarPaKallelse, of: "new",
            [called] + both + [
                .m08("2026-09-23T15:00:00+02:00", meeting: "2026-09-28T14:00:00+02:00", id: "new").replacing("m08")
            ], ("2026-09-27T14:00:00+02:00", "open"), now: "2026-09-25T00:00:00Z"),
        .told(
            "a new room does not", .svarPaKallelse, of: "new",
            [called] + both + [
                .m08("2026-09-22T15:00:00+02:00", meeting: "2026-09-24T14:00:00+02:00", id: "new").replacing("m08")
            ], ("2026-09-23T14:00:00+02:00", "met \(last)"), now: "2026-09-25T00:00:00Z"),
    ]

    private static func word(_ sent: String, _ status: String) -> Told {
        Told(.beskedHalsoundersokning, "m15", sent, by: ToldBy.contact).about("m14").facts { $0.status = status }
    }

    private static func statement(_ sent: String, _ parts: [BegaranHalsoundersokning.Part]? = nil, id: String = "m16") -> Told {
        Told(.utlatandeHalsoundersokning, id, sent, by: ToldBy.contact).about("m14").facts { $0.parts = parts }
    }

    private static let asked = Told.m14("2026-06-03T09:00:00+02:00", placed: "2026-06-01")

    private static let examination: [DeadlineCase] = [
        .told(
            "14 days from the placement, by its own day", .begaranHalsoundersokning, of: "m14",
            [.m14("2026-06-15T23:59:59+02:00", placed: "2026-06-01")], ("2026-06-16T00:00:00+02:00", "met m14"),
            now: "2026-06-17T00:00:00Z"),
        .told(
            "on the 15th day", .begaranHalsoundersokning, of: "m14", [.m14("2026-06-16T00:00:00+02:00", placed: "2026-06-01")],
            ("2026-06-16T00:00:00+02:00", "late m14"), now: "2026-06-17T00:00:00Z"),
        .told(
            "a placement that nobody followed up", .begaranHalsoundersokning, of: "m20",
            [.m20("2026-06-01T09:00:00+02:00", placed: "2026-06-01")], ("2026-06-16T00:00:00+02:00", "missed"), now: "2026-06-17T00:00:00Z"),
        .told(
            "ten working days leave out midsummer and the weekends", .beskedHalsoundersokning, of: "m14",
            [.m14("2026-06-12T09:00:00+02:00", placed: nil)], ("2026-06-30T00:00:00+02:00", "open"), now: "2026-06-29T21:59:59Z"),
        .told(
            "the word has come", .beskedHalsoundersokning, of: "m14", [asked, word("2026-06-09T09:00:00+02:00", "BOKAD")],
            ("2026-06-18T00:00:00+02:00", "met m15"), now: "2026-07-01T00:00:00Z"),
        .told(
            "the statement makes the word needless", .beskedHalsoundersokning, of: "m14", [asked, statement("2026-06-10T09:00:00+02:00")],
            ("2026-06-18T00:00:00+02:00", "met m16"), now: "2026-07-01T00:00:00Z"),
        .told(
            "60 days, over the whole summer", .utlatandeHalsoundersokning, of: "m14", [asked, statement("2026-08-02T23:59:59+02:00")],
            ("2026-08-03T00:00:00+02:00", "met m16"), now: "2026-09-01T00:00:00Z"),
        .told(
            "a day more than 60", .utlatandeHalsoundersokning, of: "m14", [asked, statement("2026-08-03T00:00:00+02:00")],
            ("2026-08-03T00:00:00+02:00", "late m16"), now: "2026-09-01T00:00:00Z"),
        .told(
            "a child who does not want to", .utlatandeHalsoundersokning, of: "m14",
            [asked, word("2026-06-09T09:00:00+02:00", "AVBOJD_AV_BARN")], ("2026-08-03T00:00:00+02:00", "stopped m15"),
            now: "2026-09-01T00:00:00Z"),
    ]

    private static let medical = statement("2026-06-20T09:00:00+02:00", [.physical, .mental])

    private static let parts: [DeadlineCase] = [
        .told(
            "the dentist's part is still waited for", .utlatandeHalsoundersokning, of: "m14", [asked, medical],
            ("2026-08-03T00:00:00+02:00", "open"), now: "2026-07-01T00:00:00Z"),
        .told(
            "kept when the last part has come", .utlatandeHalsoundersokning, of: "m14",
            [asked, medical, statement("2026-06-25T09:00:00+02:00", [.oral], id: "teeth")], ("2026-08-03T00:00:00+02:00", "met teeth"),
            now: "2026-07-01T00:00:00Z"),
        .told(
            "one unit's word that it was the wrong one stops nothing but its part", .utlatandeHalsoundersokning, of: "m14",
            [asked, word("2026-06-09T09:00:00+02:00", "FEL_MOTTAGARE").facts { $0.parts = [.oral] }],
            ("2026-08-03T00:00:00+02:00", "open"), now: "2026-07-01T00:00:00Z"),
        .told(
            "the other parts then settle it", .utlatandeHalsoundersokning, of: "m14",
            [asked, word("2026-06-09T09:00:00+02:00", "FEL_MOTTAGARE").facts { $0.parts = [.oral] }, medical],
            ("2026-08-03T00:00:00+02:00", "met m16"), now: "2026-07-01T00:00:00Z"),
        .told(
            "a word on one part is no word on the others", .beskedHalsoundersokning, of: "m14",
            [asked, word("2026-06-09T09:00:00+02:00", "BOKAD").facts { $0.parts = [.oral] }], ("2026-06-18T00:00:00+02:00", "open"),
            now: "2026-06-10T00:00:00Z"),
    ]

    private static let referral = Told(.remiss, "m17", "2026-10-20T09:00:00+02:00", by: ToldBy.socialtjanst, to: [ToldBy.contact])
    private static func confirmation(_ sent: String) -> Told {
        Told(.remissbekraftelse, "m18", sent, by: ToldBy.contact, to: [ToldBy.socialtjanst]).about("m17")
    }

    private static let referrals: [DeadlineCase] = [
        .told(
            "seven days, over the end of summer time", .remissbekraftelse, of: "m17", [referral], ("2026-10-28T00:00:00+01:00", "open"),
            now: "2026-10-27T23:59:59+01:00"),
        .told(
            "confirmed on the eighth day", .remissbekraftelse, of: "m17", [referral, confirmation("2026-10-28T00:00:00+01:00")],
            ("2026-10-28T00:00:00+01:00", "late m18"), now: "2026-11-27T23:59:59+01:00"),
        .told(
            "a referral that was withdrawn", .remissbekraftelse, of: "m17",
            [referral, .m22("2026-10-21T09:00:00+02:00", of: "m17").with { $0.sender = CaseEvent.Unit(ToldBy.socialtjanst) }],
            ("2026-10-28T00:00:00+01:00", "stopped m22"), now: "2026-11-27T23:59:59+01:00"),
    ]

    private static let friday = Told.m05("2026-09-18T09:55:00+02:00")
    private static let seen = "m23-\(Checking.kommun)-m05-VERKSAMHET"

    private static let receipts: [DeadlineCase] = [
        .told(
            "two hours on a working day", .verksamhetskvittens, of: "m05",
            [
                friday, .m23("2026-09-18T10:00:00+02:00", by: ToldBy.payer, of: "m05"),
                .m23("2026-09-18T11:55:00+02:00", by: ToldBy.socialtjanst, of: "m05"),
            ], ("2026-09-18T11:55:00+02:00", "met \(seen)"), now: "2026-09-19T00:00:00Z"),
        .told(
            "a technical receipt is no person's", .verksamhetskvittens, of: "m05",
            [
                friday, .m23("2026-09-18T10:00:00+02:00", by: ToldBy.payer, of: "m05"),
                .m23("2026-09-18T10:00:00+02:00", by: ToldBy.socialtjanst, of: "m05", level: "TEKNISK"),
            ], ("2026-09-18T11:55:00+02:00", "missed"), now: "2026-09-19T00:00:00Z"),
        .told(
            "a notice late on a Friday waits until Monday", .verksamhetskvittens, of: "m05", [.m05("2026-09-18T23:00:00+02:00")],
            ("2026-09-21T10:00:00+02:00", "open"), now: "2026-09-19T00:00:00Z"),
        .told(
            "a notice on Christmas Day waits until Monday", .verksamhetskvittens, of: "m05", [.m05("2026-12-25T09:00:00+01:00")],
            ("2026-12-28T10:00:00+01:00", "open"), now: "2026-12-26T00:00:00Z"),
        .told(
            "other messages until the next working day", .verksamhetskvittens, of: "m01",
            [.m01("2026-04-02T09:00:00+02:00", admitted: "2026-04-02T08:00:00+02:00")], ("2026-04-07T10:00:00+02:00", "open"),
            now: "2026-04-03T00:00:00Z"),
    ]
}
