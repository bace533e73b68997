import CareMessages

/// The other limits of lag (2017:612): the notice of admission, the call, the information on the day of discharge.
enum StatutoryCases {
    static let all = admissions + calls + withdrawn + information + liability

    private static let admissions: [DeadlineCase] = [
        .admission(
            "24 hours run by the clock over the end of summer time",
            .m01("2026-10-25T19:00:00+01:00", admitted: "2026-10-24T20:00:00+02:00"), "2026-10-25T19:00:00+01:00", "met m01"),
        .admission(
            "a second late over the end of summer time", .m01("2026-10-25T19:00:01+01:00", admitted: "2026-10-24T20:00:00+02:00"),
            "2026-10-25T19:00:00+01:00", "late m01"),
        .admission(
            "24 hours run by the clock over the beginning of summer time",
            .m01("2026-03-29T21:00:00+02:00", admitted: "2026-03-28T20:00:00+01:00"), "2026-03-29T21:00:00+02:00", "met m01"),
        .admission(
            "over New Year", .m01("2027-01-01T09:00:00+01:00", admitted: "2026-12-31T08:00:00+01:00"), "2027-01-01T08:00:00+01:00",
            "late m01"),
        .admission(
            "over the leap day", .m01("2028-02-29T23:59:59+01:00", admitted: "2028-02-29T00:00:00+01:00"), "2028-03-01T00:00:00+01:00",
            "met m01"),
        .admission(
            "a later assessment starts the clock",
            .m01("2026-09-17T09:00:00+02:00", admitted: "2026-09-14T10:20:00+02:00", assessed: "2026-09-16T10:00:00+02:00"),
            "2026-09-17T10:00:00+02:00", "met m01"),
        .admission(
            "an earlier assessment does not",
            .m01("2026-09-15T10:20:01+02:00", admitted: "2026-09-14T10:20:00+02:00", assessed: "2026-09-14T08:00:00+02:00"),
            "2026-09-15T10:20:00+02:00", "late m01"),
        .told(
            "a correction does not make the first late", .inskrivningsmeddelande, of: "fix",
            [
                .m01("2026-09-14T12:00:00+02:00", admitted: "2026-09-14T10:00:00+02:00"),
                .m01("2026-09-18T12:00:00+02:00", admitted: "2026-09-14T10:05:00+02:00", id: "fix").replacing("m01"),
            ], ("2026-09-15T10:05:00+02:00", "met m01"), now: "2026-09-19T00:00:00Z"),
    ]

    private static let calls: [DeadlineCase] = [
        .call(
            "runs while the third day lasts", notice: "2026-03-27T15:00:00+01:00", call: nil, "2026-03-31T00:00:00+02:00", "open",
            now: "2026-03-30T23:59:59+02:00"),
        .call(
            "is missed at midnight", notice: "2026-03-27T15:00:00+01:00", call: nil, "2026-03-31T00:00:00+02:00", "missed",
            now: "2026-03-31T00:00:00+02:00"),
        .call(
            "last second of the third day", notice: "2026-10-22T08:00:00+02:00", call: "2026-10-25T23:59:59+01:00",
            "2026-10-26T00:00:00+01:00", "met m08", now: "2026-10-27T00:00:00+01:00"),
        .call(
            "first second of the fourth day", notice: "2026-10-22T08:00:00+02:00", call: "2026-10-26T00:00:00+01:00",
            "2026-10-26T00:00:00+01:00", "late m08", now: "2026-10-27T00:00:00+01:00"),
        .call(
            "noon is no border for the call", notice: "2026-12-30T23:59:59+01:00", call: "2027-01-02T10:00:00+01:00",
            "2027-01-03T00:00:00+01:00", "met m08", now: "2027-01-03T00:00:00+01:00"),
        .call(
            "over the leap day", notice: "2028-02-27T08:00:00+01:00", call: nil, "2028-03-02T00:00:00+01:00", "open",
            now: "2028-03-01T12:00:00+01:00"),
        .call(
            "sent on the same day", notice: "2026-09-18T09:55:00+02:00", call: "2026-09-18T10:00:00+02:00", "2026-09-22T00:00:00+02:00",
            "met m08", now: "2026-09-18T12:00:00+02:00"),
        .told(
            "only regional open care can call", .kallelseTillSip, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m08("2026-09-18T10:00:00+02:00", by: ToldBy.socialtjanst)],
            ("2026-09-22T00:00:00+02:00", "open"), now: "2026-09-18T12:00:00+02:00"),
        .told(
            "a call that was withdrawn calls nobody", .kallelseTillSip, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m08("2026-09-18T10:00:00+02:00"), .m22("2026-09-18T11:00:00+02:00", of: "m08")],
            ("2026-09-22T00:00:00+02:00", "open"), now: "2026-09-18T12:00:00+02:00"),
        .told(
            "a moved meeting does not make the first call late", .kallelseTillSip, of: "m05",
            [
                .m05("2026-09-18T09:55:00+02:00"), .m08("2026-09-18T10:00:00+02:00"),
                .m08("2026-09-24T10:00:00+02:00", id: "moved").replacing("m08"),
            ], ("2026-09-22T00:00:00+02:00", "met m08"), now: "2026-09-25T00:00:00Z"),
        .told(
            "a call that follows a call belongs to the same notice", .kallelseTillSip, of: "m05",
            [
                .m05("2026-09-18T09:55:00+02:00"), .m08("2026-09-18T10:00:00+02:00"), .m22("2026-09-18T11:00:00+02:00", of: "m08"),
                .m08("2026-09-19T10:00:00+02:00", of: "m08", id: "again"),
            ], ("2026-09-22T00:00:00+02:00", "met again"), now: "2026-09-25T00:00:00Z"),
        .told(
            "death ends the duty", .kallelseTillSip, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m13("2026-09-19T10:00:00+02:00", left: "2026-09-19T09:00:00+02:00", "AVLIDEN")],
            ("2026-09-22T00:00:00+02:00", "stopped m13"), now: "2026-09-25T00:00:00Z"),
        .told(
            "discharge does not", .kallelseTillSip, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m13("2026-09-19T10:00:00+02:00", left: "2026-09-19T09:00:00+02:00")],
            ("2026-09-22T00:00:00+02:00", "missed"), now: "2026-09-25T00:00:00Z"),
        .told(
            "open compulsory care has a plan of its own instead", .kallelseTillSip, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m11("2026-09-19T10:00:00+02:00")], ("2026-09-22T00:00:00+02:00", "stopped m11"),
            now: "2026-09-25T00:00:00Z"),
    ]

    private static let renewal: [Told] = [
        .m05("2026-09-18T09:55:00+02:00"), .m06("2026-09-18T15:30:00+02:00"), .m05("2026-09-21T13:00:00+02:00", id: "new"),
    ]

    private static let withdrawn: [DeadlineCase] = [
        .told(
            "the clock of a withdrawn notice stops", .betalningsansvar, of: "m05", renewal, ("2026-09-21T00:00:00+02:00", "stopped m06"),
            now: "2026-09-22T00:00:00Z"),
        .told(
            "so does the time for its call", .kallelseTillSip, of: "m05", renewal, ("2026-09-22T00:00:00+02:00", "stopped m06"),
            now: "2026-09-22T00:00:00Z"),
        .told(
            "a renewed notice starts a new clock", .betalningsansvar, of: "new", renewal, ("2026-09-25T00:00:00+02:00", "open"),
            now: "2026-09-22T00:00:00Z"),
        .told(
            "a renewed notice needs a new call", .kallelseTillSip, of: "new", renewal + [.m08("2026-09-18T10:30:00+02:00")],
            ("2026-09-25T00:00:00+02:00", "open"), now: "2026-09-22T00:00:00Z"),
        .told(
            "the new call counts", .kallelseTillSip, of: "new", renewal + [.m08("2026-09-22T10:30:00+02:00", of: "new")],
            ("2026-09-25T00:00:00+02:00", "met m08"), now: "2026-09-22T12:00:00Z"),
        .told(
            "a corrected notice keeps its clock", .betalningsansvar, of: "new",
            [.m05("2026-09-18T09:55:00+02:00"), .m05("2026-09-19T13:00:00+02:00", id: "new").replacing("m05")],
            ("2026-09-21T00:00:00+02:00", "open"), now: "2026-09-19T12:00:00Z"),
        .told(
            "a correction that was withdrawn lets the first stand", .betalningsansvar, of: "m05",
            [
                .m05("2026-09-18T09:55:00+02:00"), .m05("2026-09-19T13:00:00+02:00", id: "new").replacing("m05"),
                .m22("2026-09-19T14:00:00+02:00", of: "new"),
            ], ("2026-09-21T00:00:00+02:00", "open"), now: "2026-09-19T13:00:00Z"),
        .told(
            "so does one by M22", .betalningsansvar, of: "m05",
            [
                .m05("2026-09-18T09:55:00+02:00"), .m05("2026-09-19T13:00:00+02:00", id: "new"),
                .m22("2026-09-19T13:00:01+02:00", of: "m05").facts { $0.successor = "new" }, .m06("2026-09-19T14:00:00+02:00", of: "new"),
            ], ("2026-09-21T00:00:00+02:00", "open"), now: "2026-09-19T13:00:00Z"),
        .told(
            "a correction by M22 keeps the clock too", .betalningsansvar, of: "new",
            [
                .m05("2026-09-18T09:55:00+02:00"), .m05("2026-09-19T13:00:00+02:00", id: "new"),
                .m22("2026-09-19T13:00:01+02:00", of: "m05").facts { $0.successor = "new" },
            ], ("2026-09-21T00:00:00+02:00", "open"), now: "2026-09-19T12:00:00Z"),
    ]

    private static let information: [DeadlineCase] = [
        .information(
            "last second of the day", left: "2026-09-25T11:00:00+02:00", sent: "2026-09-25T23:59:59+02:00", "2026-09-26T00:00:00+02:00",
            "met m12", now: "2026-09-27T00:00:00Z"),
        .information(
            "midnight is the next day", left: "2026-09-25T11:00:00+02:00", sent: "2026-09-26T00:00:00+02:00", "2026-09-26T00:00:00+02:00",
            "late m12", now: "2026-09-27T00:00:00Z"),
        .information(
            "left a minute before midnight", left: "2026-09-25T23:59:00+02:00", sent: nil, "2026-09-26T00:00:00+02:00", "missed",
            now: "2026-09-26T00:00:00+02:00"),
        .information(
            "a day of 23 hours", left: "2026-03-29T00:00:00+01:00", sent: nil, "2026-03-30T00:00:00+02:00", "open",
            now: "2026-03-29T23:59:59+02:00"),
        .information(
            "a day of 25 hours", left: "2026-10-25T00:00:00+02:00", sent: nil, "2026-10-26T00:00:00+01:00", "open",
            now: "2026-10-25T23:59:59+01:00"),
        .information(
            "New Year's Eve", left: "2026-12-31T20:00:00+01:00", sent: "2027-01-01T00:30:00+01:00", "2027-01-01T00:00:00+01:00", "late m12",
            now: "2027-01-02T00:00:00Z"),
        .told(
            "without an M13 the M12 tells the day itself", .utskrivningsinformation, of: "m12",
            [.m12("2026-09-26T10:00:00+02:00", left: "2026-09-25T11:00:00+02:00")], ("2026-09-26T00:00:00+02:00", "late m12"),
            now: "2026-09-27T00:00:00Z"),
    ]

    private static let liability: [DeadlineCase] = [
        .told(
            "left the day before", .betalningsansvar, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m13("2026-09-21T08:00:00+02:00", left: "2026-09-20T23:59:59+02:00")],
            ("2026-09-21T00:00:00+02:00", "met m13"), now: "2026-09-25T00:00:00Z"),
        .told(
            "left when it began", .betalningsansvar, of: "m05",
            [.m05("2026-09-18T09:55:00+02:00"), .m13("2026-09-21T08:00:00+02:00", left: "2026-09-21T00:00:00+02:00")],
            ("2026-09-21T00:00:00+02:00", "late m13"), now: "2026-09-25T00:00:00Z"),
        .told(
            "still there", .betalningsansvar, of: "m05", [.m05("2026-09-18T09:55:00+02:00")], ("2026-09-21T00:00:00+02:00", "missed"),
            now: "2026-09-21T00:00:00+02:00"),
        .told(
            "a decision of open compulsory care counts as the notice", .betalningsansvar, of: "m11", [.m11("2026-09-18T12:00:01+02:00")],
            ("2026-09-22T00:00:00+02:00", "open"), now: "2026-09-19T00:00:00Z"),
    ]
}
