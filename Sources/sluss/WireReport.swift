import AS4
import Documents
import Foundation
import Gateway
import Signatures

/// What `sluss as4 check` prints, as data and for people. Holds names of the header and digests, nothing of the content.
struct WireReport: Encodable {
    struct Reference: Encodable {
        let uri, state: String
    }

    struct Payload: Encodable {
        let contentId, mimeType, sha256: String
        let sizeBytes: Int
    }

    struct Signer: Encodable {
        let commonName: String?
        let serialNumber, sha256: String
    }

    struct Header: Encodable {
        let messageId, from, to, service, action, conversationId, agreement: String
        let encrypted: Bool
    }

    struct Reported: Encodable {
        let code: String
        let detail: String?
    }

    /// `accepted`, `refused`, `error` (the peer reported errors) or `signal` (a signal that proves nothing by itself).
    let verdict: String
    /// `message`, `receipt` or `signal`; absent when it was refused.
    private(set) var kind: String?
    let file: String
    private(set) var ebms, code, place, detail, messageSv, messageEn, remedySv, remedyEn: String?
    private(set) var signed: Bool?
    private(set) var header: Header?
    private(set) var signer: Signer?
    let references: [Reference]
    private(set) var payloads: [Payload]?
    private(set) var errors: [Reported]?

    init(_ verdict: WireCheck.Verdict, references: [ReferenceFinding], file: String) {
        self.file = file
        self.references = references.map { Reference(uri: $0.uri, state: $0.state.rawValue) }
        switch verdict {
        case .message(let received):
            (self.verdict, kind) = ("accepted", "message")
            header = Self.header(received)
            signer = Self.signer(received.signer)
            payloads = received.payloads.map {
                Payload(
                    contentId: $0.part.contentID, mimeType: $0.mimeType, sha256: $0.sha256.map { String(format: "%02x", $0) }.joined(),
                    sizeBytes: $0.content.count)
            }
        case .receipt(let receipt):
            (self.verdict, kind, signer) = ("accepted", "receipt", Self.signer(receipt.signer))
        case .errors(let reported, let isTrusted):
            (self.verdict, kind, signed) = ("error", "signal", isTrusted)
            errors = reported.map { Reported(code: $0.code, detail: $0.detail) }
        case .signal(let signal):
            (self.verdict, kind, signed) = ("signal", "signal", signal.isTrusted)
            errors = signal.errors.map { Reported(code: $0.code, detail: $0.detail) }
        case .refused(let error):
            self.verdict = "refused"
            let refusal = error.refusal
            (ebms, code, place, detail) = (error.code.rawValue, refusal.code, Self.place(refusal.place), refusal.detail)
            (messageSv, messageEn) = (refusal.text.sv, refusal.text.en)
            (remedySv, remedyEn) = (refusal.remedy.sv, refusal.remedy.en)
        }
    }

    /// For people.
    var lines: [String] {
        var lines = ["\(file): \(words)"]
        if let code, let text = local(messageSv, messageEn) {
            let rest = [place, detail].compactMap { $0 }.joined(separator: ", ")
            lines.append("  \(ebms ?? "") \(code) \(text)" + (rest.isEmpty ? "" : " (\(rest))"))
            if let remedy = local(remedySv, remedyEn) { lines.append("  \(local("Åtgärd", "Remedy")): \(remedy)") }
        }
        if let header {
            lines += [
                "  \(header.messageId)", "  \(header.from) → \(header.to)", "  \(header.service) / \(header.action)",
                "  \(local("överenskommelse", "agreement")) \(header.agreement), "
                    + (header.encrypted ? local("krypterat", "encrypted") : local("inte krypterat", "not encrypted")),
            ]
        }
        if let signer { lines.append("  \(local("undertecknat av", "signed by")) \(signer.commonName ?? "?"), \(signer.serialNumber)") }
        for reference in references {
            lines.append("  \(reference.state.padding(toLength: 11, withPad: " ", startingAt: 0))\(reference.uri)")
        }
        for payload in payloads ?? [] {
            lines.append("  \(payload.contentId)  \(payload.mimeType)  \(payload.sizeBytes) B  \(payload.sha256)")
        }
        for error in errors ?? [] { lines.append("  \(error.code) \(error.detail ?? "")") }
        return lines
    }

    private var words: String {
        switch verdict {
        case "accepted": local("godtas", "accepted")
        case "refused": local("avvisas", "refused")
        case "error":
            signed == true
                ? local("undertecknat fel", "signed error") : local("fel utan godtagen underskrift", "error without an accepted signature")
        default: local("signal för sig, bevisar inget", "signal by itself, proves nothing")
        }
    }

    private func local(_ sv: String?, _ en: String?) -> String? { Language.current == .sv ? sv : en }
    private func local(_ sv: String, _ en: String) -> String { Language.current(sv, en) }

    private static func header(_ received: ReceivedUserMessage) -> Header {
        let message = received.userMessage
        return Header(
            messageId: message.messageID, from: message.from.id.value, to: message.to.id.value, service: message.service.value,
            action: message.action, conversationId: message.conversationID, agreement: received.agreement.name,
            encrypted: received.isEncrypted)
    }

    private static func signer(_ certificate: Certificate) -> Signer {
        Signer(
            commonName: certificate.commonName, serialNumber: certificate.serialNumber,
            sha256: certificate.sha256.map { String(format: "%02x", $0) }.joined())
    }

    private static func place(_ place: Place) -> String? {
        let words = [place.path, place.line.map { "line \($0)" }].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
