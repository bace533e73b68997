import Foundation

@testable import AS4

/// Random values that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A header with values of every kind of printable character.
    mutating func message(at time: Date) -> UserMessage {
        let id = "\(UInt64.random(in: 0...UInt64.max, using: &self))!#$&'*+/=?^_`{|}~@x-y.example"
        let exchange = UserMessage.Exchange(service: ServiceName(text(), type: optional()), action: text(), conversationID: text())
        let instant = time.addingTimeInterval(Double.random(in: -1e9...1e9, using: &self))
        var message = UserMessage(
            messageID: id, timestamp: instant, from: AS4Party(PartyID(text(), type: optional()), role: text()),
            to: AS4Party(PartyID(text(), type: optional()), role: text()), exchange: exchange)
        message.agreementRef = optional()
        message.agreementType = message.agreementRef == nil ? nil : optional()
        message.refToMessageID = Bool.random(using: &self) ? id : nil
        message.setCorners(originalSender: text(), finalRecipient: text(), type: optional())
        for number in 0..<Int.random(in: 0...3, using: &self) {
            message.properties.append(MessageProperty("p\(number)", type: optional(), value: text()))
        }
        message.parts = [.compressedXML(contentID: "c%&\(number())")]
        return message
    }

    private mutating func number() -> UInt16 { UInt16.random(in: 0...UInt16.max, using: &self) }
    private mutating func optional() -> String? { Bool.random(using: &self) ? text() : nil }

    private mutating func text() -> String {
        let characters = Array("abcXYZ0189 <>&\"'åäöÅÄÖé€漢字😀/:.-_#%")
        let count = Int.random(in: 1...20, using: &self)
        // White space at the ends would be trimmed by the reader.
        return "<" + String((0..<count).map { _ in characters.randomElement(using: &self) ?? "x" }) + "&"
    }
}
