import AS4
import Documents
import Foundation
import Signatures

/// What a trusted partner makes of an input: the envelope with its placeholders filled in, signed as it then is, and one part for each
/// EncryptedData. So header, encryption and content are the fuzzer's, while signature and wrapped key hold, and the code behind them is reached.
///
/// An input is a byte of ``Option``, the envelope without ds:Signature, a zero byte, and the content of every part.
struct PartnerLetter {
    /// What is done with the content.
    struct Option: OptionSet {
        let rawValue: UInt8
        /// The content is not compressed: the input's bytes take the place of the gzip stream.
        static let raw = Option(rawValue: 1)
        /// The content is not encrypted: the input's bytes take the place of vector, ciphertext and tag.
        static let unsealed = Option(rawValue: 2)
    }

    /// Most parts that are made.
    private static let mostParts = 4

    let options: Option
    /// The content of every part, before compression.
    let content: [UInt8]
    /// What crosses the wire.
    let entity: AS4Entity

    /// Nil for an input whose envelope cannot be signed.
    init?(_ input: [UInt8], from partner: TrustedPartner) {
        guard let first = input.first, let end = input.dropFirst().firstIndex(of: 0) else { return nil }
        (options, content) = (Option(rawValue: first & 3), Array(input[(end + 1)...]))
        let key = ContentKey()
        guard let wrapped = partner.wrapped(key), let plain = options.contains(.raw) ? content : Self.compressed(content) else {
            return nil
        }
        var text = String(decoding: input[1..<end], as: UTF8.self)
        for (name, value) in wrapped { text = text.replacing("@\(name)@", with: value) }
        guard let document = try? Document.parse(Array(text.utf8)) else { return nil }
        let parts = Self.parts(below: document.root).prefix(Self.mostParts)
        guard Self.sign(document, parts: Array(parts), digest: Digest.sha256(plain), with: partner.own.key),
            let envelope = try? document.serialized(), let sealed = options.contains(.unsealed) ? plain : Self.sealed(plain, key)
        else { return nil }
        entity = Self.entity(envelope, parts: Array(parts), content: sealed)
    }

    /// URIs of all CipherReference, as they stand.
    private static func parts(below element: Element) -> [String] {
        let own = element.name == "CipherReference" ? element.attribute("URI").map { [$0] } ?? [] : []
        return own + element.children.flatMap(parts)
    }

    private static func sign(_ document: Document, parts: [String], digest: [UInt8], with key: PrivateKey) -> Bool {
        let blocks = document.root.children
        guard let header = blocks.first, let body = blocks.last, let messaging = header.children.first(where: { $0.name == "Messaging" }),
            let security = header.children.first(where: { $0.name == "Security" })
        else { return false }
        let signed = [messaging, body] + security.children.filter { $0.name == "Timestamp" }
        var references: [SignedReference] = []
        for element in signed {
            let id = element.attribute("Id", in: IdMap.utilityNamespace) ?? ""
            guard let canonical = try? Canonicalizer.bytes(element) else { return false }
            references.append(
                SignedReference(
                    uri: "#" + id, transforms: [.init(SignatureNames.exclusiveCanonicalization)], digest: Digest.sha256(canonical)))
        }
        references += parts.map { SignedReference(uri: $0, transforms: [.init(SignatureNames.attachmentContent)], digest: digest) }
        let token = Markup("wsse:Reference", attributes: [("URI", "#t")])
        let keyInfo = Markup(
            "wsse:SecurityTokenReference",
            namespaces: ["wsse": "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"], children: [token])
        return (try? SignatureWriter(key: key, keyInfo: keyInfo).write(references, into: security)) != nil
    }

    private static func compressed(_ content: [UInt8]) -> [UInt8]? {
        guard let sink = try? MemoryScratch().makeSink(), (try? Gzip.compress(MemorySource(content), into: sink)) != nil else { return nil }
        return try? sink.finish().bytes()
    }

    private static func sealed(_ plain: [UInt8], _ key: ContentKey) -> [UInt8]? {
        let vector = ContentCipher.newVector()
        guard let cipher = ContentCipher(.encipher, key: key, vector: vector), let text = plain.withUnsafeBytes({ cipher.update($0) }),
            let tag = cipher.tag()
        else { return nil }
        return vector + text + tag
    }

    private static func entity(_ envelope: [UInt8], parts: [String], content: [UInt8]) -> AS4Entity {
        let boundary = "b-" + Base64.encode(Array(Digest.sha256(envelope).prefix(15))).filter { $0.isLetter || $0.isNumber }
        var body = Array("--\(boundary)\r\nContent-Type: application/soap+xml\r\n\r\n".utf8) + envelope
        for part in parts {
            let id = part.hasPrefix("cid:") ? String(part.dropFirst(4)) : part
            body += Array("\r\n--\(boundary)\r\nContent-Type: application/octet-stream\r\nContent-ID: <\(id)>\r\n\r\n".utf8) + content
        }
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        let type = "multipart/related; type=\"application/soap+xml\"; boundary=\"\(boundary)\""
        return AS4Entity(contentType: type, body: body)
    }
}
