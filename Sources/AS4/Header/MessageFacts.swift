import Documents
import Foundation

/// `eb:MessageInfo`, which user messages and signals have in common.
struct MessageFacts {
    let messageID: String
    let timestamp: Date
    let refToMessageID: String?

    init(messageID: String, timestamp: Date, refToMessageID: String?) {
        self.messageID = messageID
        self.timestamp = timestamp
        self.refToMessageID = refToMessageID
    }

    /// Throws A023–A028.
    init(_ element: Element) throws(EBMSError) {
        var reader = HeaderReader(element)
        let time = try reader.required("Timestamp")
        guard let instant = HeaderTime.instant(try HeaderValue.text(time)) else { throw EBMSError(.timestamp, at: time.place) }
        timestamp = instant
        messageID = try Self.identifier(try reader.required("MessageId"))
        refToMessageID = try reader.optional("RefToMessageId").map { reference throws(EBMSError) in try Self.identifier(reference) }
        try reader.end()
    }

    var markup: Markup {
        var children = [Markup("eb:Timestamp", text: HeaderTime.text(timestamp)), Markup("eb:MessageId", text: messageID)]
        if let refToMessageID { children.append(Markup("eb:RefToMessageId", text: refToMessageID)) }
        return Markup("eb:MessageInfo", children: children)
    }

    private static func identifier(_ element: Element) throws(EBMSError) -> String {
        let id = try HeaderValue.text(element)
        guard MessageIdentifier.isWellFormed(id) else { throw EBMSError(.messageID, at: element.place) }
        return id
    }
}
