import CareMessages
import Foundation

/// Events of one case written as a table: a number stands for a message's id and its time, in minutes after the case began.
struct EventStory {
    static let caseID = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001"
    static let start = Date(timeIntervalSince1970: 1_789_000_000)
    static let region = "2321009900"
    static let kommun = "2120009903"

    static func id(_ number: Int) -> String {
        "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - String(number).count) + String(number)
    }

    static func event(
        _ number: Int, _ type: MessageType, to reference: Int? = nil, by organisation: String = region, replacing: Int? = nil,
        _ change: (inout EventFacts) -> Void = { _ in }
    ) -> CaseEvent {
        let sender = Party(
            organisationsnummer: organisation, principal: nil, address: .hsaID("SE\(organisation)-A1"),
            role: organisation == region ? .slutenVard : .socialtjanst)
        var envelope = MessageEnvelope(
            schemaVersion: "1.1", messageID: id(number), caseID: caseID, declaredType: type.rawValue,
            sent: start.addingTimeInterval(Double(number) * 60), sender: sender)
        let other = organisation == region ? kommun : region
        envelope.receivers = [
            Party(
                organisationsnummer: other, principal: nil, address: .hsaID("SE\(other)-B1"), role: other == region ? .bup : .socialtjanst)
        ]
        envelope.refersTo = reference.map(id)
        envelope.replaces = replacing.map { .init(messageID: id($0), reason: "Fel.") }
        var event = CaseEvent(envelope, type: type)
        change(&event.facts)
        return event
    }

    static func state(_ events: [CaseEvent]) -> Case { Case(id: caseID, events: events) }

    /// What became of each message, by its number.
    static func standings(_ events: [CaseEvent]) -> [Int: CaseEntry.Standing] {
        Dictionary(uniqueKeysWithValues: state(events).entries.map { (Int($0.event.messageID.suffix(12)) ?? -1, $0.standing) })
    }

    static func irregular(_ standings: [CaseEntry.Standing]) -> Int {
        standings.filter { if case .irregular = $0 { true } else { false } }.count
    }
}
