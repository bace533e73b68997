import CareMessages
import Foundation
import Spooling

/// Ties a message to the one it answers on the wire (Two-Way/Push-and-Push; eDelivery AS4 1.15, ebMS 3.0 Core 2.2.4): the answer is a push of its
/// own whose RefToMessageId is the MessageId of what it answers.
struct TwoWayExchange: Sendable {
    let spools: Spools
    let ledger: CaseLedger

    /// What an answer repeats of the message it answers.
    struct Request: Sendable, Equatable {
        /// Our id for it.
        let id: MessageID
        /// MessageId under which it came.
        let as4MessageID: String
        /// ConversationId under which it came.
        let conversationID: String
    }

    /// The message of a partner that one of ours answers: what it refers to, else the latest in the case that waits for its type. Nil when it
    /// answers none, or that one has left the spool or is damaged; the answer then stands alone. Blocking.
    ///
    /// - Throws: ``SpoolError`` when the disk is in the way.
    func request(answeredBy message: CareMessage, from partner: String) throws(SpoolError) -> Request? {
        for line in candidates(message).filter({ $0.partner == partner }) {
            guard let envelope = try envelope(of: line.id, in: spools.inbound), let id = envelope.attributes[.as4MessageID],
                let conversation = envelope.attributes[.conversationID]
            else { continue }
            return Request(id: line.id, as4MessageID: id, conversationID: conversation)
        }
        return nil
    }

    private func candidates(_ message: CareMessage) -> [CaseLedger.Line] {
        if let reference = message.envelope.refersTo { return ledger.entries(forBusinessMessage: reference) }
        let waiting = ledger.lines(inCase: message.envelope.caseID).filter { line in
            MessageType(rawValue: line.type)?.facts.answers.contains(message.type) ?? false
        }
        return waiting.sorted { $0.sent > $1.sent }
    }

    /// The message of ours that a partner names by its MessageId; nil when it names none that is here and was sent to that partner. Blocking.
    ///
    /// - Throws: ``SpoolError`` when the disk is in the way.
    func sent(_ as4MessageID: String, to partner: String) throws(SpoolError) -> MessageID? {
        guard let name = OwnMessageID(as4MessageID) else { return nil }
        for line in ledger.entries(forBusinessMessage: name.businessMessageID) where line.partner == partner {
            let envelope = try envelope(of: line.id, in: spools.outbound)
            if envelope?.attributes[.as4MessageID] == as4MessageID { return line.id }
        }
        return nil
    }

    private func envelope(of id: MessageID, in spool: Spool) throws(SpoolError) -> Envelope? {
        do throws(SpoolError) {
            return try spool.entry(id)?.envelope
        } catch {
            guard error.code == .corrupt else { throw error }
            return nil
        }
    }

    /// Notes in the history of what a message answers that it does, once. A note only: what stands in the way of it stops nobody, and the answer
    /// itself says what it answers. Blocking.
    func note(_ reply: Envelope, at time: Date) {
        guard let id = reply.attributes[.answers].flatMap({ MessageID($0) }) else { return }
        let record = HistoryRecord(at: time, event: .answered) {
            $0.partner = reply.partner
            $0.reply = "\(reply.id)"
        }
        // What it answers may be moving just now.
        for _ in 0..<3 {
            guard let (spool, _) = try? spools.locate(id), let entry = try? spool.entry(id), entry.state != .corrupt,
                !entry.history.contains(where: { $0.reply == record.reply })
            else { return }
            if (try? spool.append(record, to: id, in: entry.state)) != nil { return }
        }
    }
}
