import CareMessages

/// When liability begins: lag (2017:612) 5 kap. 4 §, and by agreement.
enum EntryCases {
    static let all = clock + calendar + weekdays + agreements

    private static let clock: [DeadlineCase] = [
        .entry("a second before noon", "2026-03-27T11:59:59+01:00", "2026-03-30"),
        .entry("noon exactly, over the change to summer time", "2026-03-27T12:00:00+01:00", "2026-03-30"),
        .entry("a second after noon", "2026-03-27T12:00:01+01:00", "2026-03-31"),
        .entry("a part of a second after noon", "2026-03-27T12:00:00.001+01:00", "2026-03-31"),
        .entry("noon in summer, written in UTC", "2026-09-18T10:00:00Z", "2026-09-21"),
        .entry("after noon in summer, written in UTC", "2026-09-18T10:00:01Z", "2026-09-22"),
        .entry("noon in winter, written in UTC", "2026-01-15T11:00:00Z", "2026-01-18"),
        .entry("after noon in winter, written in another zone", "2026-01-15T06:00:01-05:00", "2026-01-19"),
        .entry("the first second of a day", "2026-09-18T00:00:00+02:00", "2026-09-21"),
        .entry("the first second of a day, the day before in UTC", "2026-09-17T22:00:00Z", "2026-09-21"),
        .entry("the last second of a day", "2026-09-18T23:59:59+02:00", "2026-09-22"),
        .entry("noon on the day summer time begins", "2026-03-29T12:00:00+02:00", "2026-04-01"),
        .entry("after noon on the day summer time begins", "2026-03-29T12:00:01+02:00", "2026-04-02"),
        .entry("before the hour that spring leaves out", "2026-03-29T01:59:59+01:00", "2026-04-01"),
        .entry("noon on the day summer time ends", "2026-10-25T12:00:00+01:00", "2026-10-28"),
        .entry("after noon on the day summer time ends", "2026-10-25T12:00:01+01:00", "2026-10-29"),
        .entry("the first of the hours that autumn gives twice", "2026-10-25T02:30:00+02:00", "2026-10-28"),
        .entry("the second of the hours that autumn gives twice", "2026-10-25T02:30:00+01:00", "2026-10-28"),
        .entry("after noon on the eve of winter time", "2026-10-24T12:00:01+02:00", "2026-10-28"),
    ]

    private static let calendar: [DeadlineCase] = [
        .entry("New Year's Eve in the afternoon", "2026-12-31T15:00:00+01:00", "2027-01-04"),
        .entry("New Year's Eve in the morning", "2026-12-31T10:00:00+01:00", "2027-01-03"),
        .entry("the last second of the year", "2026-12-31T23:59:59+01:00", "2027-01-04"),
        .entry("the first second of the year", "2027-01-01T00:00:00+01:00", "2027-01-04"),
        .entry("onto the leap day", "2028-02-26T10:00:00+01:00", "2028-02-29"),
        .entry("over the leap day", "2028-02-26T13:00:00+01:00", "2028-03-01"),
        .entry("from the leap day", "2028-02-29T09:00:00+01:00", "2028-03-03"),
        .entry("the end of February in another year", "2027-02-26T10:00:00+01:00", "2027-03-01"),
        .entry("the law knows no Easter", "2026-04-02T10:00:00+02:00", "2026-04-05"),
        .entry("the law knows no midsummer", "2026-06-18T10:00:00+02:00", "2026-06-21"),
    ]

    private static let workweek = agreement { $0.dayKind = .weekdays }
    private static let workweekWithEves = agreement {
        $0.dayKind = .weekdays
        $0.holidays = SwedishHolidays(includesEves: false)
    }

    private static let weekdays: [DeadlineCase] = [
        .entry("weekdays: over a weekend", "2026-03-27T09:00:00+01:00", "2026-04-01", workweek),
        .entry("weekdays: from a Saturday", "2026-03-28T09:00:00+01:00", "2026-04-01", workweek),
        .entry("weekdays: from a Saturday afternoon", "2026-03-28T13:00:00+01:00", "2026-04-02", workweek),
        .entry("weekdays: Maundy Thursday, over Easter", "2026-04-02T10:00:00+02:00", "2026-04-09", workweek),
        .entry("weekdays: Maundy Thursday after noon", "2026-04-02T12:00:01+02:00", "2026-04-10", workweek),
        .entry("weekdays: over Ascension Day", "2026-05-13T09:00:00+02:00", "2026-05-19", workweek),
        .entry("weekdays: over the national day on a Wednesday", "2029-06-05T09:00:00+02:00", "2029-06-11", workweek),
        .entry("weekdays: midsummer, the eve is no working day", "2026-06-17T10:00:00+02:00", "2026-06-23", workweek),
        .entry("weekdays: midsummer, the eve counted", "2026-06-17T10:00:00+02:00", "2026-06-22", workweekWithEves),
        .entry("weekdays: over Christmas", "2026-12-22T10:00:00+01:00", "2026-12-29", workweek),
        .entry("weekdays: over New Year", "2026-12-29T10:00:00+01:00", "2027-01-05", workweek),
        .entry("weekdays: over Epiphany", "2027-01-04T13:00:00+01:00", "2027-01-11", workweek),
        .entry("weekdays: All Saints' Day takes no weekday", "2026-10-30T09:00:00+01:00", "2026-11-04", workweek),
    ]

    private static let agreements: [DeadlineCase] = [
        .entry(
            "five weekdays whatever the hour", "2026-09-14T18:00:00+02:00", "2026-09-21",
            agreement {
                $0.dayKind = .weekdays
                $0.graceDays = 5
                $0.graceDaysAfterCutoff = 5
            }),
        .entry(
            "another cutoff, at it", "2026-09-14T14:00:00+02:00", "2026-09-17",
            agreement { $0.cutoff = TimeOfDay("14:00") ?? .midnight }),
        .entry(
            "another cutoff, after it", "2026-09-14T14:00:01+02:00", "2026-09-18",
            agreement { $0.cutoff = TimeOfDay("14:00") ?? .midnight }),
        DeadlineCase(
            name: "a zero day has begun when the notice is sent", kind: .betalningsansvar, trigger: "m05",
            due: "2026-09-14T00:00:00+02:00", status: "missed", watched: WatchedCase([.m05("2026-09-14T11:00:00+02:00")]),
            agreement: agreement { $0.graceDays = 0 }, now: "2026-09-14T11:00:00+02:00"),
    ]

    static func agreement(_ change: (inout RegionalAgreement) -> Void) -> RegionalAgreement {
        var agreement = RegionalAgreement.statutory
        change(&agreement)
        return agreement
    }
}
