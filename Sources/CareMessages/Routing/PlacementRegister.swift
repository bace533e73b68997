import Foundation

/// Where patients are placed and by whom, from the placement messages (M20) of the case events. Holds digests in place of patients.
///
/// The same whatever order the messages come in, and however often. What counts is what the case says counts: a message that was withdrawn
/// (M22), replaced or is irregular is left out. Each organisation speaks for itself: nobody can change or end what another has told, and where
/// two differ both are shown. A municipality that takes a placement over begins one of its own, and the former ends its.
package struct PlacementRegister: Sendable {
    /// The cases in which a patient has placement messages.
    private var cases: [PatientKey: Set<String>] = [:]
    /// Which messages are about which patient.
    private var patients: [CaseEvent.Identity: PatientKey] = [:]
    /// M20 and M22 by case.
    private var events: [String: [CaseEvent]] = [:]

    /// An empty register.
    package init() {}

    /// Takes an event of any type; those that say nothing of placements are passed over.
    package mutating func add(_ event: CaseEvent, patient: PatientKey) {
        let isNotice = PlacementNotice(event) != nil
        guard isNotice || event.type == .makulering, events[event.caseID]?.contains(event) != true else { return }
        events[event.caseID, default: []].append(event)
        guard isNotice else { return }
        cases[patient, default: []].insert(event.caseID)
        patients[event.identity] = patient
    }

    /// Every stretch of time of a patient's placements, in order.
    package func intervals(of patient: PatientKey) -> [PlacementInterval] {
        (cases[patient] ?? []).flatMap { id in
            let standing = Case(id: id, events: events[id] ?? []).inForce.filter { patients[$0.identity] == patient }
            return Dictionary(grouping: standing.compactMap(PlacementNotice.init), by: \.organisation).values.flatMap(Self.intervals)
        }.sorted { ($0.from, $0.caseID, $0.messageID) < ($1.from, $1.caseID, $1.messageID) }
    }

    /// The placements that hold on a day, without those that lapsed because the patient is not under 21 on it. The register keeps no
    /// birth date: the caller tells.
    package func placements(of patient: PatientKey, on day: CalendarDay, isUnder21: Bool) -> [PlacementInterval] {
        placements(of: patient, on: day).filter { isUnder21 || !$0.lapsesAt21 }
    }

    /// The placements without an end that lapsed at 21.
    package func lapsed(of patient: PatientKey, on day: CalendarDay, isUnder21: Bool) -> [PlacementInterval] {
        isUnder21 ? [] : placements(of: patient, on: day).filter(\.lapsesAt21)
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

    /// The intervals that one organisation tells of one case.
    private static func intervals(_ notices: [PlacementNotice]) -> [PlacementInterval] {
        var closed: [PlacementInterval] = []
        var open: PlacementInterval?
        for notice in notices.filter({ !isOvertaken($0, notices) }).sorted(by: PlacementNotice.takesEffectBefore) {
            if var before = open {
                before.until = notice.day
                before.ends = notice.event == .end
                if before.from < notice.day || before.ends { closed.append(before) }
            }
            open = notice.event == .end ? nil : begun(by: notice, after: notice.event == .change ? open : nil)
        }
        return closed + (open.map { [$0] } ?? [])
    }

    /// Whether a change was said before an end that falls on its day or earlier: the placement had ended by then, and the change has nothing
    /// to change, unless it began anew in between.
    private static func isOvertaken(_ notice: PlacementNotice, _ notices: [PlacementNotice]) -> Bool {
        guard notice.event == .change else { return false }
        return notices.contains { end in
            end.event == .end && end.day <= notice.day && end.sent > notice.sent
                && !notices.contains { $0.event == .start && end.day <= $0.day && $0.day <= notice.day }
        }
    }

    /// What a change does not state stays as it was.
    private static func begun(by notice: PlacementNotice, after before: PlacementInterval?) -> PlacementInterval? {
        guard let kommun = notice.placement.placeringskommun ?? before?.placeringskommun else { return nil }
        var interval = PlacementInterval(
            placeringskommun: kommun, from: notice.day, messageID: notice.messageID, caseID: notice.caseID)
        interval.organisation = notice.organisation
        interval.form = notice.placement.form ?? before?.form
        interval.vistelsekommun = notice.placement.vistelsekommun ?? before?.vistelsekommun
        return interval
    }
}
