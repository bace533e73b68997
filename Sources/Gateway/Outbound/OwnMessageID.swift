/// The AS4 MessageId of a message of ours: made of the business message's id and the receiver, so that even a copy made twice by a crash at the
/// wrong moment is one message to the receiver, and so that an answer leads back to what it answers.
struct OwnMessageID: Equatable {
    /// The business message's own id (meddelandeid).
    let businessMessageID: String
    /// organisationsnummer of the receiver.
    let receiver: String
    /// organisationsnummer of the sender.
    let sender: String

    /// `MEDDELANDEID.RECEIVER@SENDER.sluss`
    var text: String { "\(businessMessageID).\(receiver)@\(sender)\(Self.domain)" }

    private static let domain = ".sluss"

    /// Makes an id.
    init(businessMessageID: String, receiver: String, sender: String) {
        (self.businessMessageID, self.receiver, self.sender) = (businessMessageID, receiver, sender)
    }

    /// Reads one; nil for what is not of this form.
    init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].hasSuffix(Self.domain), let dot = halves[0].lastIndex(of: ".") else { return nil }
        self.init(
            businessMessageID: String(halves[0][..<dot]), receiver: String(halves[0][halves[0].index(after: dot)...]),
            sender: String(halves[1].dropLast(Self.domain.count)))
    }
}
