import CareMessages
import Documents
import Foundation
import Signatures

/// A story told once more: new ids, another patient, times moved by whole days so that the last message is sent now.
struct StoryRun: Sendable {
    /// The number of the story.
    let story: Int
    /// Unlike for every run of the story; it makes the patient, and the order of arrival.
    let number: Int
    /// In the order of the story.
    let messages: [CareMessage]

    init(of storyNumber: Int, number: Int, now: Date) throws {
        let story = try Story.number(storyNumber)
        (self.story, self.number) = (storyNumber, number)
        let last = story.messages.map(\.envelope.sent).max() ?? now
        let days = (now.timeIntervalSince(last) / 86_400).rounded(.down)
        var ids: [String: String] = [:]
        for id in story.messages.map(\.envelope.messageID) + story.caseIDs { ids[id] = UUID().uuidString.lowercased() }
        messages = try story.parts.map { part in
            let old = part.message.envelope
            let fresh = ExampleMessage(
                part.message.type, like: part.xml, sent: old.sent.addingTimeInterval(days * 86_400), messageID: old.messageID,
                caseID: old.caseID)
            var message = try MessageReader.read(UnsignedContent(Document.parse(fresh.bytes)))
            message.envelope.messageID = ids[old.messageID] ?? ""
            message.envelope.caseID = ids[old.caseID] ?? ""
            message.envelope.refersTo = old.refersTo.flatMap { ids[$0] }
            if let patient = part.message.patient { message.patient?.identities = [Self.identity(of: patient, number)] }
            return message
        }
    }

    /// A number of the kind the patient has that is no person's: a national reserve number in the place of a personnummer.
    private static func identity(of patient: Patient, _ number: Int) -> PatientIdentity {
        let digits = String(String(100_000 + number).dropFirst())
        if patient.identities.first?.system == PatientIdentity.lmaAddress {
            return PatientIdentity(system: PatientIdentity.lmaAddress, value: "00-9\(digits)/0")
        }
        let letters = Array("ABCDEFGHJK")
        let (first, second) = (letters[number / 1_000 % 10], letters[number / 100 % 10])
        let day = patient.birthDate.text.filter { $0 != "-" }
        return PatientIdentity(system: NationelltReservnummer.oid, value: "\(day)-\(first)\(second)\(digits.suffix(2))")
    }

    /// The ids of the cases, in the order they began.
    var caseIDs: [String] {
        messages.map(\.envelope.caseID).reduce(into: []) { ids, id in if !ids.contains(id) { ids.append(id) } }
    }

    func message(_ id: String?) -> CareMessage? { messages.first { $0.envelope.messageID == id } }

    /// The case as the messages tell it in order, those an organisation knows of.
    func expected(_ caseID: String, at organisation: String) -> Case {
        Case(id: caseID, events: messages.filter { $0.isKnown(to: organisation) }.map(CaseEvent.init))
    }
}

extension CareMessage {
    /// The organisations that get it over the wire.
    var wireReceivers: [String] {
        Set(envelope.receivers.map(\.organisationsnummer)).subtracting([envelope.sender.organisationsnummer]).sorted()
    }
}
