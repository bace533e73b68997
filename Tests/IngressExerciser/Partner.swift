import AS4
import CareMessages
import Foundation
import Signatures

/// A partner with keys of its own that sends whatever it is given, signed and encrypted as it should be.
struct Partner {
    private let packager: OutboundPackager

    /// Certificate, key and recipient's certificate; nil for none of them.
    init?(_ files: [String]) throws {
        guard files.count == 3, let own = try Certificate.load(path: files[0]).first,
            let recipient = try Certificate.load(path: files[2]).first
        else { return nil }
        packager = try OutboundPackager(key: PrivateKey.load(path: files[1]), certificate: own, encryptingFor: recipient)
    }

    /// A message from the region to the kommun whose document is these bytes.
    func entity(around bytes: [UInt8]) throws -> AS4Entity {
        let (region, kommun) = ("2321009900", "2120009903")
        let type = MessageType.inskrivningsmeddelande
        var message = UserMessage(
            messageID: "\(UUID().uuidString.lowercased())@hostile.example", timestamp: Date(),
            from: AS4Party(PartyID(region, type: EBMSName.organisationsnummerType), role: EBMSName.initiator),
            to: AS4Party(PartyID(kommun, type: EBMSName.organisationsnummerType), role: EBMSName.responder),
            exchange: .init(service: ServiceName(type.defaultService), action: type.defaultAction, conversationID: "c"))
        message.setCorners(originalSender: "0007:\(region)", finalRecipient: "0007:\(kommun)")
        let scratch = MemoryScratch()
        let packed = try packager.pack(
            message, payloads: [OutboundPayload(.compressedXML(), content: MemorySource(bytes))], scratch: scratch,
            into: scratch.makeSink())
        return AS4Entity(contentType: packed.contentType, body: try packed.body.bytes())
    }
}
