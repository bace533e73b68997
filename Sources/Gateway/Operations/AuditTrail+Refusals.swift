import Foundation

extension AuditTrail {
    /// One refused message or request. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable.
    func record(_ refusal: RefusalRecord, at time: Date) throws(AuditFailure) {
        var fields = [
            ("act", "refuse_message"), ("message", refusal.messageIDSHA256 ?? ""), ("partner", refusal.partner), ("code", refusal.code),
        ]
        if let ebms = refusal.ebms { fields.append(("ebms", ebms)) }
        if let place = refusal.place { fields.append(("place", place)) }
        if let kept = refusal.quarantine { fields.append(("quarantine", kept)) }
        try append(fields + [("status", "\(refusal.status)"), ("outcome", "refused")], at: time)
    }

    /// A refused message that was found in the quarantine without a sure line of its own. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable.
    func record(kept file: QuarantineFile, at time: Date) throws(AuditFailure) {
        var fields = [("act", "keep_quarantined"), ("message", "\(file.id)")]
        if let header = file.header { fields += [("partner", header.partner), ("code", header.code)] }
        try append(fields + [("outcome", "done")], at: time)
    }

    /// The refusals of a partner in a minute that have no line of their own. Blocking.
    ///
    /// - Throws: ``AuditFailure`` when the line cannot be made durable.
    func record(_ count: RefusalTally.Count, at time: Date) throws(AuditFailure) {
        let codes = count.codes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        try append(
            [
                ("act", "refuse_messages"), ("message", ""), ("partner", count.partner), ("since", Timestamps.text(count.since)),
                ("codes", codes), ("outcome", "refused"),
            ], at: time)
    }
}
