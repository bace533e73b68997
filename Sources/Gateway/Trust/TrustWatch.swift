import Documents
import Foundation
import Logging
import Signatures

/// Looks at every certificate in use, ours and those that partners have shown: is its status known, and when does it end? Says each thing once,
/// and a lasting one again each hour.
struct TrustWatch: Sendable {
    /// A line for the log.
    struct Alarm: Sendable {
        let level: Logger.Level
        let event: String
        let fields: [String: String]
    }

    /// How long an alarm about a lasting trouble rests.
    static let rest: TimeInterval = 3_600

    /// The last threshold told for a certificate, by its SHA-256.
    private(set) var told: [String: Int]
    private var sounded: [String: Date] = [:]
    private var lookedAt: (Date, [ObjectIdentifier])?

    init(told: [String: Int]) { self.told = told }

    /// What is to be told now. Blocking: verifies chains.
    mutating func look(_ parts: GatewayParts, met: [MetCertificates.Entry], at time: Date) -> [Alarm] {
        let subjects = TrustSubject.all(parts.configuration, parts.keyring, met: met)
        // Between two looks nothing changes but the clock, unless there is new material: twice a minute will do.
        let material = parts.keyring.material.lists.map(ObjectIdentifier.init) + subjects.map { ObjectIdentifier($0.certificate) }
        if let (last, known) = lookedAt, known == material, (0..<30).contains(time.timeIntervalSince(last)) { return [] }
        lookedAt = (time, material)
        return subjects.flatMap { [status(of: $0, parts, time), ending(of: $0, time)].compactMap { $0 } }
    }

    private mutating func status(of subject: TrustSubject, _ parts: GatewayParts, _ time: Date) -> Alarm? {
        let key = "\(subject.use.rawValue) \(Hexadecimal.text(subject.certificate.sha256))"
        guard let code = subject.statusTrouble(parts.keyring, at: time) else {
            guard sounded.removeValue(forKey: key) != nil else { return nil }
            return Alarm(level: .notice, event: "certificate status known again", fields: subject.fields)
        }
        if let last = sounded[key], time.timeIntervalSince(last) < Self.rest { return nil }
        sounded[key] = time
        var fields = subject.fields
        fields["code"] = code.rawValue
        return Alarm(level: .error, event: code.text.en, fields: fields)
    }

    private mutating func ending(of subject: TrustSubject, _ time: Date) -> Alarm? {
        let key = Hexadecimal.text(subject.certificate.sha256)
        guard let days = ExpiryAlarms.due(subject.certificate.notAfter, told: told[key], at: time) else { return nil }
        told[key] = days
        var fields = subject.fields
        fields.merge(["code": FetchCode.endsSoon.rawValue, "days": "\(days)", "ends_at": Timestamps.text(subject.certificate.notAfter)]) {
            $1
        }
        return Alarm(level: days <= 7 ? .error : .warning, event: FetchCode.endsSoon.text.en, fields: fields)
    }
}
