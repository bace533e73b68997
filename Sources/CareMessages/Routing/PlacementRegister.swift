import Foundation

/// Where patients are placed and by whom, from the placement messages (M20) of the case events. Holds digests in place of patients.
///
/// The same whatever order the messages come in, and however often: a message that is withdrawn (M22) or replaced is left out, also when the
/// withdrawal comes first. Only the organisation that sent the message can withdraw or replace it, and only the one that began a placement,
/// or the municipality that has taken it over, can change or end it.
package struct PlacementRegister: Sendable {
    private var notices: [PatientKey: [String: PlacementNotice]] = [:]
    /// Message id to the organisations that withdrew it.
    private var withdrawals: [String: Set<String>] = [:]

    /// An empty register.
    package init() {}

    /// How many patients have had a placement message.
    package var patientCount: Int { notices.count }

    /// Takes an event of any type; those that say nothing of placements are passed over.
    package mutating func add(_ event: CaseEvent, patient: PatientKey) {
        if event.type == .makulering, let withdrawn = event.refersTo {
            withdrawals[withdrawn, default: []].insert(event.sender.organisationsnummer)
        }
        guard let notice = PlacementNotice(event) else { return }
        if let replaced = notice.replaces { withdrawals[replaced, default: []].insert(notice.organisation) }
        notices[patient, default: [:]][notice.messageID] = notice
    }

    /// Every stretch of time of a patient's placements, in order.
    package func intervals(of patient: PatientKey) -> [PlacementInterval] {
        let standing = (notices[patient] ?? [:]).values.filter { withdrawals[$0.messageID]?.contains($0.organisation) != true }
        return Dictionary(grouping: standing, by: \.caseID).values.flatMap(Self.intervals)
            .sorted { ($0.from, $0.caseID) < ($1.from, $1.caseID) }
    }

    /// The placements that hold on a day: none, one, or several that overlap.
    ///
    /// The day of the end belongs to the placement that begins then, if one does, else to the one that ends. Reading, not the wording of
    /// the law: the statutes do not say who answers for the day of a move.
    package func placements(of patient: PatientKey, on day: CalendarDay) -> [PlacementInterval] {
        let all = intervals(of: patient)
        let holding = all.filter { $0.holds(on: day) }
        return holding.isEmpty ? all.filter { $0.ends && $0.until == day } : holding
    }

    /// The placement that ended last before a day; `nil` when none has ended, or when one holds on the day.
    package func lastEnded(of patient: PatientKey, before day: CalendarDay) -> PlacementInterval? {
        guard placements(of: patient, on: day).isEmpty else { return nil }
        return intervals(of: patient).filter { $0.ends && $0.until.map { $0 < day } ?? false }
            .max { ($0.until ?? $0.from) < ($1.until ?? $1.from) }
    }

    /// The intervals of one case. Who began it, or has it now, answers for it: notices of others are left out.
    private static func intervals(_ notices: [PlacementNotice]) -> [PlacementInterval] {
        let ordered = notices.sorted(by: PlacementNotice.takesEffectBefore)
        let owner = (ordered.first { $0.event == .start } ?? ordered.first)?.organisation
        var closed: [PlacementInterval] = []
        var open: PlacementInterval?
        for notice in ordered {
            let hasTakenOver = notice.senderKommun != nil && notice.senderKommun == open?.placeringskommun
            guard notice.organisation == owner || hasTakenOver else { continue }
            if var before = open {
                before.until = notice.day
                before.ends = notice.event == .end
                if before.from < notice.day || before.ends { closed.append(before) }
            }
            open = notice.event == .end ? nil : begun(by: notice, after: notice.event == .change ? open : nil)
        }
        return closed + (open.map { [$0] } ?? [])
    }

    /// What a change does not state stays as it was.
    private static func begun(by notice: PlacementNotice, after before: PlacementInterval?) -> PlacementInterval? {
        guard let kommun = notice.placement.placeringskommun ?? before?.placeringskommun else { return nil }
        var interval = PlacementInterval(
            placeringskommun: kommun, from: notice.day, messageID: notice.messageID, caseID: notice.caseID)
        interval.form = notice.placement.form ?? before?.form
        interval.provision = notice.placement.provision ?? before?.provision
        interval.vistelsekommun = notice.placement.vistelsekommun ?? before?.vistelsekommun
        return interval
    }
}
