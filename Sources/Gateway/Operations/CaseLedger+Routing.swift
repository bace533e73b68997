import CareMessages
import Foundation

extension CaseLedger {
    /// What the routing of a message rests on: the patient's placements, and the earlier messages of the case that count, with the one it
    /// refers to.
    func routingFacts(of message: CareMessage) -> RoutingFacts {
        let keys = Set(patientKeys((message.patient?.identities ?? []).map(\.comparable)))
        let own = message.envelope.messageID
        let events = events(inCase: message.envelope.caseID).filter { $0.messageID != own }
        let earlier = Case(id: message.envelope.caseID, events: events).entries
            .filter { $0.isInForce || $0.event.messageID == message.envelope.refersTo }.map(\.event)
        let register = placementRegister(ofPatient: keys, except: own)
        return RoutingFacts(message, register: register, patient: Self.key(keys), earlier: earlier)
    }

    /// A patient's placements on the day of an instant, by the placement messages that the spool holds.
    func placements(ofPatient keys: Set<String>, at instant: Date) -> [PlacementInterval] {
        guard let key = Self.key(keys) else { return [] }
        return placementRegister(ofPatient: keys, except: nil).placements(of: key, on: CalendarDay(instant))
    }
}
