import Foundation
import Signatures
import TestSupport

@testable import AS4

/// One message of the profile, and ways to bend it.
enum Sample {
    static let originalSender = "0007:2321009900"
    static let finalRecipient = "0007:2120009903"
    static let from = AS4Party(PartyID("2321009900", type: EBMSName.organisationsnummerType), role: EBMSName.initiator)
    static let to = AS4Party(PartyID("2120009903", type: EBMSName.organisationsnummerType), role: EBMSName.responder)
    static let exchange = UserMessage.Exchange(
        service: ServiceName("urn:sluss:samverkan", type: "urn:sluss:process"), action: "Inskrivningsmeddelande",
        conversationID: "vardtillfalle-1")
    static let payload = Array("<m:Inskrivningsmeddelande xmlns:m=\"urn:sluss:samverkan:1\">åäö</m:Inskrivningsmeddelande>".utf8)

    /// More than stays in memory while a message is worked on.
    static let large = [UInt8](repeating: 0x20, count: 300_000)

    static func message(id: String = "0001@region.example.se", at time: Date) -> UserMessage {
        var message = UserMessage(messageID: id, timestamp: time, from: from, to: to, exchange: exchange)
        message.setCorners(originalSender: originalSender, finalRecipient: finalRecipient)
        message.parts = [.compressedXML()]
        return message
    }

    static func packaged(_ sides: Sides, id: String = "0001@region.example.se", payload: [UInt8] = payload) throws
        -> OutboundPackager.Packed
    {
        try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate).pack(
            message(id: id, at: sides.now), payload: payload)
    }

    /// A message encrypted to the municipality.
    static func encrypted(_ sides: Sides, payload: [UInt8] = payload) throws -> OutboundPackager.Packed {
        try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.kommun.certificate)
            .pack(message(at: sides.now), payload: payload)
    }

    /// Signs header and attachments as they are, sound or not.
    static func entity(
        _ sides: Sides, _ message: UserMessage, attachments: [MultipartWriter.Part]
    ) throws -> AS4Entity {
        let signer = try EnvelopeSigner(key: sides.region.key, certificate: sides.region.certificate)
        let signed = try signer.sign(
            UserMessageWriter.markup(message), attachments: try attachments.map { try .init($0) }, seed: message.messageID)
        return try MultipartWriter.entity(envelope: signed.envelope, parts: attachments)
    }

    static func gzip(_ bytes: [UInt8] = payload) throws -> [UInt8] { try Gzip.compress(bytes) }
}

extension [UInt8] {
    /// A multipart entity of ours with one bit changed in its last part, near the end: in the tag, when the part is encrypted.
    var flippingCiphertext: [UInt8] {
        var bytes = self
        let closing = "\r\n--sluss-00000000000000000000000000000000--\r\n".utf8.count
        bytes[count - closing - 8] ^= 1
        return bytes
    }
}

extension AS4Entity {
    /// The entity with the first (or each) occurrence of one text replaced by another. Fails when it does not occur.
    func replacing(_ old: String, with new: String, everywhere: Bool = false) throws -> AS4Entity {
        let pattern = Array(old.utf8)
        var result: [UInt8] = []
        var rest = body[...]
        var found = false
        while let place = ByteSearch.first(pattern, in: rest) {
            result += rest[..<place] + Array(new.utf8)
            rest = rest[(place + pattern.count)...]
            found = true
            if !everywhere { break }
        }
        guard found else { throw SupportFailure("not in the entity: \(old)") }
        return AS4Entity(contentType: contentType, body: result + rest)
    }

    /// The entity without what stands from one text to the end of another.
    func cutting(from start: String, through end: String) throws -> AS4Entity {
        let text = try span(from: start, through: end)
        return try replacing(text, with: "")
    }

    /// What stands from one text to the end of another.
    func span(from start: String, through end: String) throws -> String {
        guard let first = ByteSearch.first(Array(start.utf8), in: body[...]),
            let last = ByteSearch.first(Array(end.utf8), in: body[(first + start.utf8.count)...])
        else {
            throw SupportFailure("not in the entity: \(start) … \(end)")
        }
        return String(decoding: body[first..<(last + end.utf8.count)], as: UTF8.self)
    }

    func with(contentType: String) -> AS4Entity { AS4Entity(contentType: contentType, body: body) }
}
