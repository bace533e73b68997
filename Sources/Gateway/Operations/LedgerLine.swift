import CareMessages
import Spooling

/// One spool entry as ``LedgerIndex`` keeps it: what its envelope says of the business message, on one line of text.
///
/// Holds the bytes of the line and reads them when they are asked for: a list of cases needs a few of them only. No patient data: a patient is
/// a keyed digest, and the event is that of ``CaseEventLine``.
package struct LedgerLine: Sendable {
    /// Our id.
    package let id: MessageID
    /// Whether it came in.
    package let isInbound: Bool
    /// The partner, by its name in the configuration.
    package let partner: String
    /// Head and event, apart by a tab, in one piece: a hundred thousand cases have several hundred thousand lines.
    private let rest: ArraySlice<UInt8>
    private let headCount: Int

    private static let tab = UInt8(ascii: "\t")
    /// Fields between the partner and the event: final recipient, digest of what was submitted, patient keys.
    private static let headFields = 3

    /// The line of an envelope; `nil` when it holds no business message that this version can read.
    package init?(_ envelope: Envelope, isInbound: Bool) {
        let attributes = envelope.attributes
        guard let event = CaseLedger.Line(envelope)?.event else { return nil }
        let head = [attributes[.finalRecipient], attributes[.submittedSHA256], attributes[.patientKeys]].map { $0 ?? "" }
        guard !(head + [envelope.partner]).contains(where: { $0.utf8.contains { $0 < 0x20 } }) else { return nil }
        self.init(id: envelope.id, isInbound: isInbound, partner: envelope.partner, head: head, event: CaseEventLine.text(event))
    }

    private init(id: MessageID, isInbound: Bool, partner: String, head: [String], event: String) {
        self.id = id
        self.isInbound = isInbound
        self.partner = partner
        let head = Array(head.joined(separator: "\t").utf8)
        rest = (head + [Self.tab] + event.utf8)[...]
        headCount = head.count
    }

    /// A line made up for a message that lies in no spool: one read from an archive.
    ///
    /// - Parameter patientKeys: digests under which the patient is known among these lines.
    package init(_ event: CaseEvent, id: MessageID, isInbound: Bool, partner: String, patientKeys: [String]) {
        self.init(
            id: id, isInbound: isInbound, partner: partner, head: ["", "", patientKeys.joined(separator: " ")],
            event: CaseEventLine.text(event))
    }

    /// Reads the text of a line without its check sum; `nil` for what is none.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.count > 31, line[line.startIndex + 26] == Self.tab, let id = MessageID(utf8: line.prefix(26)) else { return nil }
        let direction = line[line.startIndex + 27]
        guard direction == UInt8(ascii: "i") || direction == UInt8(ascii: "o"), line[line.startIndex + 28] == Self.tab else { return nil }
        let rest = line[(line.startIndex + 29)...]
        guard let partnerEnd = rest.firstIndex(of: Self.tab) else { return nil }
        var end = partnerEnd
        for _ in 0..<Self.headFields {
            guard let next = rest[(end + 1)...].firstIndex(of: Self.tab) else { return nil }
            end = next
        }
        self.id = id
        isInbound = direction == UInt8(ascii: "i")
        partner = String(decoding: rest[..<partnerEnd], as: UTF8.self)
        self.rest = rest[(partnerEnd + 1)...]
        headCount = end - partnerEnd - 1
    }

    private var head: ArraySlice<UInt8> { rest.prefix(headCount) }
    private var eventBytes: ArraySlice<UInt8> { rest.dropFirst(headCount + 1) }

    /// The line without check sum and line break.
    var text: [UInt8] { Array("\(id)\t\(isInbound ? "i" : "o")\t\(partner)\t".utf8) + rest }

    private func field(_ number: Int) -> String {
        let fields = head.split(separator: Self.tab, omittingEmptySubsequences: false)
        return fields.count > number ? String(decoding: fields[number], as: UTF8.self) : ""
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// organisationsnummer of the receiver this copy is for.
    var finalRecipient: String? { Self.filled(field(0)) }
    /// SHA-256 of the bytes as submitted or received.
    var submittedSHA256: String? { Self.filled(field(1)) }
    /// Keyed digests of the patient's identities.
    var patientKeys: [String] { field(2).split(separator: " ").map(String.init) }
    /// What the case remembers of the message.
    var event: CaseEvent? { CaseEventLine.event(utf8: eventBytes) }
    /// The case it belongs to, its type and when it was sent, without reading the rest.
    var caseHead: CaseEventLine.Head? { CaseEventLine.head(utf8: eventBytes) }
}

extension CaseLedger.Line {
    init?(_ line: LedgerLine) {
        guard let event = line.event else { return nil }
        var seen: Set<String> = []
        self.init(
            id: line.id, partner: line.partner, businessMessageID: event.messageID, caseID: event.caseID, type: event.type.rawValue,
            refersTo: event.refersTo, sender: event.sender.organisationsnummer,
            receivers: event.receivers.map(\.organisationsnummer).filter { seen.insert($0).inserted },
            patientKeys: Set(line.patientKeys), event: event, sent: event.sent, submittedSHA256: line.submittedSHA256,
            finalRecipient: line.finalRecipient)
    }
}
