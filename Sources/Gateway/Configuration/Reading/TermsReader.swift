import CareMessages
import Foundation

/// Reads what an entry of `agreements` says of deadlines and receipts.
struct TermsReader {
    let section: SettingSection

    /// What could be read; the agreement in it is `nil` when the file says nothing.
    struct Terms {
        let agreement: RegionalAgreement?
    }

    func terms() -> Terms? {
        guard section.contains("deadlines") || section.contains("receipts") else { return Terms(agreement: nil) }
        var agreement: RegionalAgreement? = RegionalAgreement()
        if section.contains("deadlines") { agreement = section.section("deadlines").flatMap(deadlines) }
        guard section.contains("receipts") else { return agreement.map { Terms(agreement: $0) } }
        let limits = receipts()
        guard var agreement, let limits else { return nil }
        agreement.receipts = limits
        return Terms(agreement: agreement)
    }

    private func deadlines(_ section: SettingSection) -> RegionalAgreement? {
        let grace = section.integer("grace_days")
        let graceAfterCutoff = section.integer("grace_days_after_cutoff")
        let cutoff = section.time("cutoff")
        let days: RegionalAgreement.DayKind? = section.word("days")
        let eves = section.flag("eves")
        let model = model(section)
        let warnings = section.durations("warn_before")
        guard let grace, let graceAfterCutoff, let cutoff, let days, let eves, let model, let warnings else { return nil }
        var agreement = RegionalAgreement()
        (agreement.graceDays, agreement.graceDaysAfterCutoff, agreement.cutoff) = (grace, graceAfterCutoff, cutoff)
        (agreement.dayKind, agreement.model) = (days, model)
        agreement.holidays = SwedishHolidays(includesEves: eves)
        if section.contains("warn_before") { agreement.warnings = warnings }
        return agreement
    }

    private enum Word: String {
        case statutory, average
    }

    private func model(_ section: SettingSection) -> RegionalAgreement.Model? {
        let word: Word? = section.word("model")
        let hasLevel = section.contains("average_level")
        let level = hasLevel ? section.fraction("average_level") : nil
        guard let word, hasLevel == (level != nil) else { return nil }
        guard (word == .average) == hasLevel else {
            let key = section.key(hasLevel ? "average_level" : "model")
            section.context.log.add(.averageLevel, at: section.context.places[key], key: key)
            return nil
        }
        // The text is a decimal fraction; by way of a Double 4.6 would become 4.5999….
        return level.map { .average(level: Decimal(string: "\($0)") ?? Decimal($0)) } ?? .statutory
    }

    // MARK: - Receipts

    /// Without an entry for the other types none is expected of them.
    private func receipts() -> ReceiptLimits? {
        let sections = section.sections("receipts")
        var limits = ReceiptLimits(byType: [:], others: .none)
        var hasOthers = false
        var isWhole = true
        for entry in sections {
            guard let (types, limit) = limit(entry) else {
                isWhole = false
                continue
            }
            let isRepeated = types.isEmpty ? hasOthers : types.contains { limits.byType[$0] != nil }
            if isRepeated {
                let key = types.isEmpty ? entry.path : entry.key("types")
                section.context.log.add(.repeatedValue, at: section.context.places[key], key: key)
                isWhole = false
            }
            if types.isEmpty { (limits.others, hasOthers) = (limit, true) }
            for type in types { limits.byType[type] = limit }
        }
        return isWhole ? limits : nil
    }

    private func limit(_ section: SettingSection) -> (types: [MessageType], limit: ReceiptLimits.Limit)? {
        let types: [MessageType]? = section.words("types")
        let span = section.contains("within") ? section.duration("within") : nil
        let time = section.contains("next_working_day") ? section.time("next_working_day") : nil
        guard let types, section.contains("within") == (span != nil), section.contains("next_working_day") == (time != nil) else {
            return nil
        }
        switch (span, time) {
        case (let span?, let time?): return (types, .elapsedOnWorkingDays(span, otherwise: time))
        case (let span?, nil): return (types, .elapsed(span))
        case (nil, let time?): return (types, .nextWorkingDay(time))
        case (nil, nil): return (types, .none)
        }
    }
}
