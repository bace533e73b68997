import CareMessages
import Foundation
import Signatures
import Spooling
import Synchronization

/// What the gateway remembers of earlier messages, to judge a new one: which case it belongs to, and whether it was sent before.
///
/// Rebuilt from the envelopes in the spool at start, so there is no second truth to keep in step. Holds no patient data: a patient is a keyed
/// digest that means nothing outside this spool.
package final class CaseLedger: Sendable {
    /// One earlier message as the ledger knows it.
    struct Line: Sendable {
        let id: MessageID
        let partner: String
        let businessMessageID: String
        let caseID: String
        let type: String
        let refersTo: String?
        let sender: String
        let receivers: [String]
        let patientKeys: Set<String>
        /// What the case remembers of it.
        let event: CaseEvent?
        let sent: Date
        let submittedSHA256: String?
        /// organisationsnummer of the receiver this copy is for.
        let finalRecipient: String?
    }

    private struct Lines: Sendable {
        var types: [MessageID: String] = [:]
        var byCase: [String: [Line]] = [:]
        var byMessage: [String: [Line]] = [:]
        var byPatient: [String: Set<String>] = [:]
    }

    /// Whoever compares a message with the ledger and then adds it does so in turn with others of the same keys.
    let turns = KeyedTurns()
    private let lines = Mutex(Lines())
    private let secret: [UInt8]

    private static let crossingCases: Set<MessageType> = [.inskrivningsmeddelande, .placeringsmeddelande]

    /// Makes an empty ledger.
    ///
    /// - Parameter secret: the spool's own random key for patient digests, 32 bytes.
    package init(secret: [UInt8]) { self.secret = secret }

    /// The digests under which a patient's identities are known in this spool.
    func patientKeys(_ identities: [String]) -> [String] {
        identities.map { Digest.hmacSHA256(key: secret, Array($0.utf8)).hexadecimal }
    }

    private func patientKeys(of message: CareMessage) -> [String] { patientKeys((message.patient?.identities ?? []).map(\.comparable)) }

    /// What the rules compare a message by: its own id, its case; for an inskrivningsmeddelande and a placeringsmeddelande also its patient,
    /// because no other type is compared with messages of other cases.
    func keys(of message: CareMessage) -> Set<String> {
        let own: Set = [message.envelope.messageID, message.envelope.caseID]
        return Self.crossingCases.contains(message.type) ? own.union(patientKeys(of: message)) : own
    }

    /// What an envelope keeps of a business message, so that the ledger can be rebuilt from it.
    func attributes(of message: CareMessage) -> [String: String] {
        var attributes: [String: String] = [:]
        attributes[.businessMessageID] = message.envelope.messageID
        attributes[.caseID] = message.envelope.caseID
        attributes[.refersTo] = message.envelope.refersTo
        attributes[.sender] = message.envelope.sender.organisationsnummer
        attributes[.receivers] = message.receivingOrganisations.joined(separator: " ")
        attributes[.sent] = Timestamps.text(message.envelope.sent)
        attributes[.patientKeys] = patientKeys(of: message).joined(separator: " ")
        attributes[.event] = CaseEventLine.text(CaseEvent(message))
        return attributes
    }

    /// Notes a message; a known one is left as it is.
    package func note(_ envelope: Envelope) {
        if let line = Line(envelope) { note(line) }
    }

    /// Notes a message; a known one is left as it is.
    func note(_ line: Line) {
        lines.withLock { lines in
            guard lines.types.updateValue(line.type, forKey: line.id) == nil else { return }
            lines.byCase[line.caseID, default: []].append(line)
            lines.byMessage[line.businessMessageID, default: []].append(line)
            for key in line.patientKeys { lines.byPatient[key, default: []].insert(line.caseID) }
        }
    }

    /// Whether the message is in the ledger.
    package func knows(_ id: MessageID) -> Bool { lines.withLock { $0.types[id] != nil } }

    /// The type of a message noted here; nil for one it does not know.
    func type(of id: MessageID) -> String? { lines.withLock { lines in lines.types[id] } }

    /// The entries made for a business message, by its own id.
    func entries(forBusinessMessage id: String) -> [Line] { lines.withLock { $0.byMessage[id] ?? [] } }

    /// The entries of a case; several copies of a message are several.
    func lines(inCase id: String) -> [Line] { lines.withLock { $0.byCase[id] ?? [] } }

    /// What is remembered of the messages of a case; several copies of a message are several events.
    func events(inCase id: String) -> [CaseEvent] { lines.withLock { ($0.byCase[id] ?? []).compactMap(\.event) } }

    /// The placements of a patient as the case events tell them, without the message whose id is given: all of every case in which the
    /// patient has a part, since what counts there hangs on the whole case.
    func placementRegister(ofPatient keys: Set<String>, except own: String?) -> PlacementRegister {
        guard let key = Self.key(keys) else { return PlacementRegister() }
        return lines.withLock { Self.register($0, keys, as: key, except: own) }
    }

    /// One key stands for all of a patient's identities; which one makes no difference within one register.
    static func key(_ keys: Set<String>) -> PatientKey? { keys.min().map { PatientKey(digest: $0) } }

    private static func register(_ lines: Lines, _ keys: Set<String>, as key: PatientKey, except own: String?) -> PlacementRegister {
        var register = PlacementRegister()
        for line in cases(lines, keys).flatMap({ lines.byCase[$0] ?? [] }) where line.businessMessageID != own {
            guard let event = line.event else { continue }
            // A withdrawal counts for its case whomever it names; a placement only for who is named.
            let isAnother = !line.patientKeys.isEmpty && line.patientKeys.isDisjoint(with: keys)
            register.add(event, patient: isAnother ? PatientKey(digest: line.patientKeys.min() ?? "") : key)
        }
        return register
    }

    /// organisationsnummer of those that have opened a case, as far as is known here.
    func openers(ofCase id: String) -> Set<String> {
        let events = events(inCase: id)
        return events.isEmpty ? [] : Case(id: id, events: events).openers
    }

    /// The copies of a submission that was taken before from exactly these bytes; nil unless there is one for every receiver.
    func wholeSubmission(of id: String, digest: String) -> [Submission.Copy]? {
        let copies = entries(forBusinessMessage: id).filter { $0.submittedSHA256 == digest }
        guard let first = copies.first, Set(first.receivers).isSubset(of: Set(copies.compactMap(\.finalRecipient))) else { return nil }
        return copies.map { Submission.Copy(id: $0.id, partner: $0.partner, existed: true) }
    }

    /// What the rules want to know of earlier messages: the case, the patient's placements, and whether this message's id was used before.
    func memory(for message: CareMessage) -> MessageMemory {
        let keys = Set(patientKeys(of: message))
        let (id, caseID) = (message.envelope.messageID, message.envelope.caseID)
        return lines.withLock { lines in
            let inCase = Self.oneEach(lines.byCase[caseID] ?? [], except: id)
            let samePatient = Set(inCase.lazy.filter { !$0.patientKeys.isDisjoint(with: keys) }.map(\.businessMessageID))
            var facts = Case(id: caseID, events: inCase.compactMap(\.event)).facts { samePatient.contains($0) }
            facts.hasOpenAdmission = Self.hasOpenAdmission(lines, keys, message)
            let sender = message.envelope.sender.organisationsnummer
            let same = lines.byMessage[id]?.lazy.filter { $0.sender == sender }.compactMap(\.submittedSHA256).first
            var memory = MessageMemory(caseFacts: facts, earlierDigest: same)
            if message.type == .placeringsmeddelande, let key = Self.key(keys) {
                memory.placements = Self.register(lines, keys, as: key, except: id).intervals(of: key)
            }
            return memory
        }
    }

    /// The cases a patient has.
    private static func cases(_ lines: Lines, _ keys: Set<String>) -> Set<String> {
        keys.reduce(into: []) { $0.formUnion(lines.byPatient[$1] ?? []) }
    }

    /// An inskrivningsmeddelande of another case, for the same patient and ward, whose admission has not ended.
    private static func hasOpenAdmission(_ lines: Lines, _ keys: Set<String>, _ message: CareMessage) -> Bool {
        guard let ward = message.inskrivningsmeddelande?.ward.hsaID else { return false }
        return cases(lines, keys).subtracting([message.envelope.caseID]).contains { id in
            let events = (lines.byCase[id] ?? []).compactMap(\.event)
            guard events.contains(where: { $0.type == .inskrivningsmeddelande && $0.facts.unit == ward }) else { return false }
            let state = Case(id: id, events: events)
            return !state.phase.isClosed && state.latest(.inskrivningsmeddelande)?.facts.unit == ward
        }
    }

    /// A message to three partners is three entries but one message.
    private static func oneEach(_ lines: [Line], except own: String) -> [Line] {
        var seen: Set<String> = []
        return lines.filter { $0.businessMessageID != own && seen.insert($0.sender + " " + $0.businessMessageID).inserted }
    }
}

extension CaseLedger.Line {
    init?(_ envelope: Envelope) {
        let attributes = envelope.attributes
        guard let message = attributes[.businessMessageID], let caseID = attributes[.caseID], let sender = attributes[.sender] else {
            return nil
        }
        self.init(
            id: envelope.id, partner: envelope.partner, businessMessageID: message, caseID: caseID, type: envelope.type,
            refersTo: attributes[.refersTo], sender: sender,
            receivers: (attributes[.receivers] ?? "").split(separator: " ").map(String.init),
            patientKeys: Set((attributes[.patientKeys] ?? "").split(separator: " ").map(String.init)),
            event: attributes[.event].flatMap { CaseEventLine.event($0) },
            sent: attributes[.sent].flatMap(Timestamps.date) ?? envelope.createdAt, submittedSHA256: attributes[.submittedSHA256],
            finalRecipient: attributes[.finalRecipient])
    }
}
