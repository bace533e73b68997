import Foundation

/// What was said of the services of open care (5 kap. 5 §), by notices in force and by M07. The paragraph concerns whether liability begins,
/// so the words before the day it would begin decide; what was said afterwards erases no days, but puts them in doubt. Readings, not the
/// wording of the law.
struct OpenCareWords {
    /// One word.
    struct Word {
        let event: CaseEvent
        let isAvailable: Bool
        /// The first day it is about.
        let from: CalendarDay

        init?(_ event: CaseEvent) {
            guard let answer = event.facts.openCareAvailable else { return nil }
            self.event = event
            isAvailable = answer == .yes
            from = event.facts.openCareFrom?.day ?? CalendarDay(event.sent)
        }
    }

    /// In the order of sending.
    private let words: [Word]
    /// The day liability would begin.
    private let entry: CalendarDay

    /// Words sent after `end`, when the patient had left, are passed over.
    init(in watched: WatchedCase, entry: CalendarDay, until end: Date) {
        // A corrected word was said all the same, until it was corrected.
        words = watched.active([.utskrivningsklar, .oppenvardensTillganglighet]).flatMap(\.members).filter { $0.sent <= end }
            .sorted { ($0.sent, $0.messageID) < ($1.sent, $1.messageID) }.compactMap(Word.init)
        self.entry = entry
    }

    private var before: ArraySlice<Word> { words.prefix { $0.event.sent < SwedishTime.start(of: entry) } }
    private var after: ArraySlice<Word> { words.dropFirst(before.count) }

    /// What the words say of a day: the last that is about it. Who says that open care is there from a later day says that it is not
    /// there before. `nil` when no word is about the day.
    private static func word(_ words: ArraySlice<Word>, on day: CalendarDay) -> (word: Word, isAvailable: Bool)? {
        for word in words.reversed() {
            if word.from <= day { return (word, word.isAvailable) }
            if word.isAvailable { return (word, false) }
        }
        return nil
    }

    /// The word that decides whether liability begins: the one before it, or else the first afterwards.
    var deciding: CaseEvent? { (Self.word(before, on: entry)?.word ?? after.first)?.event }

    /// Later words, in order.
    var later: [CaseEvent] { after.map(\.event).filter { $0 != deciding } }

    /// The first day on which open care is there, not before liability would begin; `nil` when it is not there by `last`.
    func firstDay(through last: CalendarDay) -> CalendarDay? {
        if Self.word(before, on: entry)?.isAvailable == true { return entry }
        return words.indices.lazy.filter { words[$0].isAvailable }.map { index -> (index: Int, day: CalendarDay) in
            (index, [entry, CalendarDay(words[index].event.sent), words[index].from].max() ?? entry)
        }.filter { candidate in
            let known = words.prefix { $0.event.sent < SwedishTime.start(of: candidate.day.adding(days: 1)) }
            return candidate.day <= last && Self.word(known, on: candidate.day)?.isAvailable == true
        }.map(\.day).min()
    }

    /// The reasons against liability.
    func reasons(through last: CalendarDay) -> [PaymentReason] {
        guard !words.isEmpty else { return [.openCareNotStated] }
        guard let first = firstDay(through: max(last, entry)) else { return [.openCareNotAvailable] }
        var reasons: [PaymentReason] = first > entry ? [.openCareLater] : []
        if contradicts { reasons.append(.openCareContradicted) }
        if after.contains(where: { !$0.isAvailable || $0.from > CalendarDay($0.event.sent) }), first == entry {
            reasons.append(.openCareEnded)
        }
        return reasons
    }

    /// Whether the last word of a notice and the last M07 differ on the day liability would begin.
    private var contradicts: Bool {
        func last(_ type: MessageType) -> Bool? {
            let own = before.filter { $0.event.type == type && $0.event.facts.openCareAvailable != .unclear }
            return Self.word(own[...], on: entry)?.isAvailable
        }
        guard let notice = last(.utskrivningsklar), let word = last(.oppenvardensTillganglighet) else { return false }
        return notice != word
    }
}
