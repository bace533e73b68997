import CareMessages

/// Reads `day_amounts`.
struct DayAmountReader {
    let root: SettingSection

    private struct Draft {
        let key: String
        let from: CalendarDay
        let until: CalendarDay?
        let kronor: Int
        let source: String
    }

    func settings() -> DayAmountSettings? {
        let sections = root.sections("day_amounts")
        let drafts = sections.compactMap(draft).sorted { $0.from < $1.from }
        guard drafts.count == sections.count else { return nil }
        var entries: [DayAmounts.Entry] = []
        for (draft, next) in zip(drafts, drafts.dropFirst().map(\.from) + [nil]) {
            let entry = DayAmounts.Entry(first: draft.from, last: draft.until ?? Self.end(draft.from, before: next), kronor: draft.kronor)
            guard entry.first <= entry.last, next.map({ entry.last < $0 }) ?? true else {
                root.context.log.add(.dayAmounts, at: root.context.places[draft.key], key: draft.key)
                return nil
            }
            entries.append(entry)
        }
        guard let table = DayAmounts(entries) else { return nil }
        let origins = zip(entries, drafts).map { DayAmountSettings.Origin(first: $0.first, last: $0.last, source: $1.source) }
        return DayAmountSettings(table: table, origins: origins)
    }

    /// An amount is set for a year: it holds to the end of it, or until the next one begins. An old amount never slips into a new year.
    private static func end(_ first: CalendarDay, before next: CalendarDay?) -> CalendarDay {
        let year = CalendarDay(year: first.year, month: 12, day: 31) ?? first
        return next.map { min(year, $0.adding(days: -1)) } ?? year
    }

    private func draft(_ section: SettingSection) -> Draft? {
        let from = section.date("from")
        let until = section.contains("until") ? section.date("until") : nil
        let kronor = section.integer("kronor")
        let source = section.text("source")
        guard let from, let kronor, let source, until != nil || !section.contains("until") else { return nil }
        return Draft(key: section.path, from: from, until: until, kronor: kronor, source: source)
    }
}
