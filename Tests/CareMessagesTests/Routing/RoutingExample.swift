import CareMessages
import Documents
import Foundation
import Testing

/// The organisations and patients of the routing tests.
enum RoutingExample {
    static let kommun = "2120009903"
    static let otherKommun = "2120009911"
    static let region = "2321009900"
    static let gotland = "2120009929"
    static let thirdKommun = "2120009937"
    static let day = CalendarDay(year: 2026, month: 9, day: 14) ?? CalendarDay(daysSince1970: 0)

    static func addressee(_ organisation: String, _ role: Roll, _ address: String, _ change: (inout Addressee) -> Void) -> Addressee {
        var entry = Addressee(organisationsnummer: organisation, role: role, address: address)
        change(&entry)
        return entry
    }

    /// 0319 places, 0382 is where the child is registered, 1480 is another municipality, 03 the region, 0980 Gotland.
    static let book: AddressBook = {
        var entries: [Addressee] = []
        for (organisation, code) in [(kommun, "0319"), (otherKommun, "0382"), (thirdKommun, "1480"), (gotland, "0980")] {
            entries += [
                addressee(organisation, .socialtjanst, "social.\(code).example") { $0.kommunkod = code },
                addressee(organisation, .kommunalHSL, "hsl.\(code).example") { $0.kommunkod = code },
            ]
        }
        entries += [
            addressee(kommun, .socialtjanst, "SE2120009903-S201") { ($0.kommunkod, $0.isProtectedMailbox) = ("0319", true) },
            addressee(region, .primarvard, "SE2321009900-P401") { $0.lanskod = "03" },
            addressee(region, .primarvard, "SE2321009900-P499") { ($0.lanskod, $0.isProtectedMailbox) = ("03", true) },
            addressee(region, .bup, "SE2321009900-B301") { $0.lanskod = "03" },
            addressee(region, .tandvard, "SE2321009900-T501") { ($0.lanskod, $0.examinations) = ("03", [.oral]) },
            addressee(gotland, .primarvard, "primarvard.0980.example") { $0.kommunkod = "0980" },
            addressee("2021009903", .sis, "sis.example") { _ in },
        ]
        return AddressBook(entries)
    }()

    static func unit(_ organisation: String, _ role: Roll, kommunkod: String? = nil, address: String = "a.example") -> CaseEvent.Unit {
        CaseEvent.Unit(
            Party(
                organisationsnummer: organisation, principal: kommunkod.map { .municipality($0) }, address: .functional(address), role: role
            ))
    }

    static let ward = unit(region, .slutenVard, address: "SE2321009900-A101")

    /// A 14-year-old, registered in 0382, admitted in region 03, who needs socialtjänst.
    static func facts(_ type: MessageType = .inskrivningsmeddelande, _ change: (inout RoutingFacts) throws -> Void = { _ in }) rethrows
        -> RoutingFacts
    {
        var facts = RoutingFacts(type: type, day: day, age: 14, registration: .municipality("0382"), sender: ward)
        facts.needs = [.socialtjanst]
        facts.senderRegion = "03"
        try change(&facts)
        return facts
    }

    static func placement(
        by kommun: String, _ form: String? = "FAMILJEHEM", in stay: String? = nil, from: String = "2026-06-01", case id: String = "c1"
    ) throws -> PlacementInterval {
        var interval = PlacementInterval(
            placeringskommun: kommun, from: try #require(CalendarDay(from)), messageID: "m-" + id, caseID: id)
        interval.form = form
        interval.vistelsekommun = stay
        return interval
    }

    static func decide(_ facts: RoutingFacts) -> RoutingDecision { Router(addressBook: book).decide(facts) }

    /// `0319 SOCIALTJANST SKA`, one for each recipient.
    static func lines(_ decision: RoutingDecision) -> [String] {
        decision.recipients.map { recipient in
            let code = recipient.target.kind == .sis ? "SIS" : recipient.target.code
            return "\(code) \(recipient.roles.first?.rawValue ?? "–") \(recipient.necessity.rawValue)"
        }
    }

    static func event(
        _ type: MessageType, _ id: String, case caseID: String = "c1", sent: String = "2026-06-01T10:00:00Z", by sender: CaseEvent.Unit,
        to receivers: [CaseEvent.Unit] = [], refersTo: String? = nil
    ) throws -> CaseEvent {
        let party = Party(
            organisationsnummer: sender.organisationsnummer, principal: sender.kommunkod.map { .municipality($0) },
            address: .functional(sender.address), role: sender.role)
        let instant = try Date.ISO8601FormatStyle().parse(sent)
        var envelope = MessageEnvelope(
            schemaVersion: "1.0", messageID: id, caseID: caseID, declaredType: type.rawValue, sent: instant, sender: party)
        envelope.refersTo = refersTo
        var event = CaseEvent(envelope, type: type)
        event.receivers = receivers
        return event
    }
}
