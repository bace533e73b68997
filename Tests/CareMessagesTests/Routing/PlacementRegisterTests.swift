import CareMessages
import Foundation
import Testing

@Suite("The placement register")
struct PlacementRegisterTests {
    private let key = PatientKey(digest: "a1")
    private let otherKommun = RoutingExample.unit(RoutingExample.otherKommun, .socialtjanst, kommunkod: "0382")

    private func register(_ events: [CaseEvent]) -> PlacementRegister {
        var register = PlacementRegister()
        for event in events { register.add(event, patient: key) }
        return register
    }

    private func who(_ register: PlacementRegister, _ day: String) throws -> [String] {
        register.placements(of: key, on: try #require(CalendarDay(day))).map {
            "\($0.placeringskommun) \($0.form ?? "–") \($0.vistelsekommun ?? "–")"
        }
    }

    /// Start in June, another home in July, end in August, a new placement in October.
    private func life() throws -> [CaseEvent] {
        [
            try PlacementNotices.notice("START", "2026-06-01", id: "m1", sent: "2026-06-01T08:00:00Z") { $0.vistelsekommun = "0382" },
            try PlacementNotices.notice("ANDRING", "2026-07-10", id: "m2", sent: "2026-07-09T08:00:00Z") {
                ($0.form, $0.vistelsekommun) = ("HVB_ENSKILD", "1480")
            },
            try PlacementNotices.notice("SLUT", "2026-08-20", id: "m3", sent: "2026-08-19T08:00:00Z"),
            try PlacementNotices.notice("START", "2026-10-01", id: "m4", case: "c2", sent: "2026-09-30T08:00:00Z"),
        ]
    }

    @Test(
        "A day has the placement that stood then",
        arguments: [
            ("2026-05-31", [String]()), ("2026-06-01", ["0319 FAMILJEHEM 0382"]), ("2026-07-09", ["0319 FAMILJEHEM 0382"]),
            ("2026-07-10", ["0319 HVB_ENSKILD 1480"]), ("2026-08-19", ["0319 HVB_ENSKILD 1480"]),
            // The day of the end still has it: nothing else begins then.
            ("2026-08-20", ["0319 HVB_ENSKILD 1480"]), ("2026-08-21", []), ("2026-09-30", []), ("2026-10-01", ["0319 FAMILJEHEM –"]),
            ("2030-01-01", ["0319 FAMILJEHEM –"]),
        ])
    func days(_ day: String, _ expected: [String]) throws {
        #expect(try who(register(life()), day) == expected)
    }

    @Test("The order of arrival and repetitions make no difference")
    func order() throws {
        let events = try life()
        let expected = register(events).intervals(of: key)
        #expect(expected.count == 3)
        var source = ValueSource(seed: 20)
        for _ in 0..<50 {
            let shuffled = (events + [events[source.number(0...3)]]).shuffled(using: &source)
            #expect(register(shuffled).intervals(of: key) == expected)
        }
    }

    @Test("A gap is told by the placement that ended last")
    func gap() throws {
        let register = register(try life())
        let ended = try register.lastEnded(of: key, before: #require(CalendarDay("2026-09-14")))
        #expect(ended?.form == "HVB_ENSKILD" && ended?.until == CalendarDay("2026-08-20"))
        #expect(try register.lastEnded(of: key, before: #require(CalendarDay("2026-10-02"))) == nil)
        #expect(try register.lastEnded(of: key, before: #require(CalendarDay("2026-06-15"))) == nil)
        #expect(try register.lastEnded(of: PatientKey(digest: "b"), before: #require(CalendarDay("2026-09-14"))) == nil)
    }

    @Test("A move between municipalities on one day is no overlap")
    func move() throws {
        let register = register([
            try PlacementNotices.notice("START", "2026-06-01", id: "m1"), try PlacementNotices.notice("SLUT", "2026-07-01", id: "m2"),
            try PlacementNotices.notice("START", "2026-07-01", id: "m3", case: "c2", by: otherKommun),
        ])
        #expect(try who(register, "2026-06-30") == ["0319 FAMILJEHEM –"])
        #expect(try who(register, "2026-07-01") == ["0382 FAMILJEHEM –"])
    }

    @Test("Placements of two municipalities that overlap are both shown, so that nobody chooses in silence")
    func overlap() throws {
        let register = register([
            try PlacementNotices.notice("START", "2026-06-01", id: "m1"),
            try PlacementNotices.notice("START", "2026-07-01", id: "m2", case: "c2", by: otherKommun),
        ])
        #expect(try who(register, "2026-06-30").count == 1)
        #expect(try who(register, "2026-07-01") == ["0319 FAMILJEHEM –", "0382 FAMILJEHEM –"])
    }

    @Test("A withdrawn message is taken out, also when the withdrawal comes first, but only by its sender")
    func withdrawn() throws {
        let start = try PlacementNotices.notice("START", "2026-06-01", id: "m1")
        let own = try RoutingExample.event(.makulering, "w1", by: PlacementNotices.social, refersTo: "m1")
        let foreign = try RoutingExample.event(.makulering, "w2", by: otherKommun, refersTo: "m1")
        #expect(register([start, own]).intervals(of: key).isEmpty)
        #expect(register([own, start]).intervals(of: key).isEmpty)
        #expect(register([start, foreign]).intervals(of: key).count == 1)
    }

    @Test("A withdrawn end leaves the placement standing, a withdrawn change the home before it")
    func withdrawnStages() throws {
        let events = try Array(life().prefix(3))
        let end = try RoutingExample.event(.makulering, "w1", by: PlacementNotices.social, refersTo: "m3")
        #expect(try who(register(events + [end]), "2026-12-01") == ["0319 HVB_ENSKILD 1480"])
        let change = try RoutingExample.event(.makulering, "w2", by: PlacementNotices.social, refersTo: "m2")
        #expect(try who(register(events + [change]), "2026-08-01") == ["0319 FAMILJEHEM 0382"])
    }

    @Test("A corrected message takes the place of the old one")
    func replaced() throws {
        var corrected = try PlacementNotices.notice("START", "2026-06-03", id: "m2") { $0.form = "JOURHEM" }
        corrected.replaces = "m1"
        let register = register([try PlacementNotices.notice("START", "2026-06-01", id: "m1"), corrected])
        #expect(try who(register, "2026-06-02").isEmpty)
        #expect(try who(register, "2026-06-03") == ["0319 JOURHEM –"])
    }

    @Test("Another organisation can neither end nor change a placement, whatever day and kommunkod it states")
    func owner() throws {
        let start = try PlacementNotices.notice("START", "2026-06-01", id: "m1") { $0.vistelsekommun = "0382" }
        let foreignEnd = try PlacementNotices.notice("SLUT", "2026-07-01", id: "m2", by: otherKommun)
        #expect(try who(register([start, foreignEnd]), "2026-08-01") == ["0319 FAMILJEHEM 0382"])
        // An earlier day makes nobody the owner: both are shown, and a person must choose (V002).
        let earlier = try PlacementNotices.notice("START", "2026-05-01", id: "m3", by: otherKommun)
        #expect(try who(register([earlier, start]), "2026-08-01") == ["0382 FAMILJEHEM –", "0319 FAMILJEHEM 0382"])
        // Nor does the victim's own kommunkod.
        let thief = RoutingExample.unit(RoutingExample.otherKommun, .socialtjanst, kommunkod: "0319")
        let stolenEnd = try PlacementNotices.notice("SLUT", "2026-07-01", id: "m4", by: thief)
        #expect(try who(register([start, stolenEnd]), "2026-08-01") == ["0319 FAMILJEHEM 0382"])
    }

    @Test("Rivals are refused, and who speaks for another municipality does not move the home")
    func rivals() throws {
        let start = try PlacementNotices.notice("START", "2026-06-01", id: "m1") { $0.vistelsekommun = "0382" }
        let rival = try PlacementNotices.notice("START", "2026-06-01", id: "m2", by: otherKommun)
        let thief = RoutingExample.unit(RoutingExample.otherKommun, .socialtjanst, kommunkod: "0319")
        let moved = try PlacementNotices.notice("START", "2026-06-02", id: "m3", by: thief) { $0.vistelsekommun = "1480" }
        let day = try #require(CalendarDay("2026-09-14"))
        func decision(_ events: [CaseEvent]) -> RoutingDecision {
            let placements = register(events).placements(of: key, on: day)
            return RoutingExample.decide(RoutingExample.facts { $0.placements = placements })
        }
        #expect(decision([start, rival]).refusal?.code == "V002")
        let both = decision([start, moved])
        #expect(both.refusal == nil && both.warnings.map(\.code).contains("V007"))
        #expect(!both.recipients.map(\.target).contains(.region("14")) && both.exclusions.isEmpty)
    }

    @Test("What counts is what the case says counts", arguments: ["m1", "m2"])
    func asInTheCase(_ annulled: String) throws {
        let start = try PlacementNotices.notice("START", "2026-06-01", id: "m1", sent: "2026-06-01T08:00:00Z")
        var corrected = try PlacementNotices.notice("START", "2026-06-03", id: "m2", sent: "2026-06-03T08:00:00Z")
        corrected.replaces = "m1"
        let annulment = try RoutingExample.event(
            .makulering, "w1", sent: "2026-06-04T08:00:00Z", by: PlacementNotices.social, refersTo: annulled)
        let events = [annulment, corrected, start]
        let standing = Case(id: "c1", events: events).inForce.filter { $0.type == .placeringsmeddelande }.map(\.messageID)
        #expect(register(events).intervals(of: key).map(\.messageID) == standing)
        #expect(!standing.contains(annulled))
    }

    @Test("A placement that nobody ended lapses at 21, sheltered housing does not")
    func lapse() throws {
        let day = try #require(CalendarDay("2030-01-01"))
        let register = register([try PlacementNotices.notice("START", "2026-06-01", id: "m1")])
        #expect(register.placements(of: key, on: day, isUnder21: true).count == 1)
        #expect(register.placements(of: key, on: day, isUnder21: false).isEmpty)
        #expect(register.lapsed(of: key, on: day, isUnder21: false).map(\.placeringskommun) == ["0319"])
        #expect(register.lapsed(of: key, on: day, isUnder21: true).isEmpty)
        let shelter = self.register([try PlacementNotices.notice("START", "2026-06-01", id: "m1") { $0.form = "SKYDDAT_BOENDE" }])
        #expect(shelter.placements(of: key, on: day, isUnder21: false).count == 1)
        let decision = RoutingExample.decide(
            RoutingExample.facts {
                $0.age = 21
                $0.lapsedPlacements = register.placements(of: key, on: day)
            })
        #expect(decision.warnings.first { $0.code == "V020" }?.targets == [.kommun("0319")])
    }

    @Test("The later of two messages of one day has the last word")
    func sameDay() throws {
        let register = register([
            try PlacementNotices.notice("ANDRING", "2026-06-01", id: "m2", sent: "2026-06-01T12:00:00Z") { $0.form = "JOURHEM" },
            try PlacementNotices.notice("START", "2026-06-01", id: "m1", sent: "2026-06-01T08:00:00Z"),
        ])
        #expect(register.intervals(of: key).count == 1)
        #expect(try who(register, "2026-06-01") == ["0319 JOURHEM –"])
    }

    @Test("A change that was told before an end of an earlier day does not bring the placement back")
    func overtakenChange() throws {
        let start = try PlacementNotices.notice("START", "2026-06-01", id: "m1", sent: "2026-06-01T08:00:00Z")
        let change = try PlacementNotices.notice("ANDRING", "2026-08-01", id: "m2", sent: "2026-06-20T08:00:00Z") { $0.form = "JOURHEM" }
        let end = try PlacementNotices.notice("SLUT", "2026-07-01", id: "m3", sent: "2026-06-30T08:00:00Z")
        #expect(try who(register([start, change, end]), "2026-08-02").isEmpty)
        #expect(try who(register([start, change, end]), "2026-06-30") == ["0319 FAMILJEHEM –"])
        let again = try PlacementNotices.notice("START", "2026-07-15", id: "m4", sent: "2026-06-10T08:00:00Z")
        #expect(try who(register([start, again, change, end]), "2026-08-02") == ["0319 JOURHEM –"])
    }

    @Test("A change whose beginning has not come yet counts from its own day; an end alone says nothing")
    func incomplete() throws {
        let change = try PlacementNotices.notice("ANDRING", "2026-07-01", id: "m2") {
            ($0.placeringskommun, $0.form) = ("0319", "JOURHEM")
        }
        #expect(try who(register([change]), "2026-07-02") == ["0319 JOURHEM –"])
        #expect(register([try PlacementNotices.notice("SLUT", "2026-07-01", id: "m3")]).intervals(of: key).isEmpty)
    }

    @Test("Other messages, and placement messages without event or day, are passed over")
    func irrelevant() throws {
        var empty = try PlacementNotices.notice("START", "2026-06-01", id: "m1")
        empty.facts.placement?.day = nil
        var other = try PlacementNotices.notice("START", "2026-06-01", id: "m2")
        other.type = .inskrivningsmeddelande
        let odd = try PlacementNotices.notice("PAUS", "2026-06-01", id: "m3")
        #expect(register([empty, other, odd]).intervals(of: key).isEmpty)
    }
}
