import CareMessages
import Documents
import Spooling

/// Reads one entry of `agreements`.
struct AgreementReader {
    let section: SettingSection

    func draft() -> AgreementDraft {
        AgreementDraft(
            key: section.path, name: section.name("name"), partner: section.name("partner"), send: section.words("send"),
            receive: section.words("receive"), roles: section.words("roles"), overrides: overrides(), retry: retry(),
            concurrency: section.integer("concurrency"), terms: TermsReader(section: section).terms())
    }

    private func overrides() -> AgreementDraft.Overrides? {
        let names = ["service", "service_type", "action", "agreement_ref"]
        let texts = names.map { section.contains($0) ? section.text($0) : nil }
        guard zip(names, texts).allSatisfy({ $1 != nil || !section.contains($0) }) else { return nil }
        return AgreementDraft.Overrides(service: texts[0], serviceType: texts[1], action: texts[2], agreementRef: texts[3])
    }

    private func retry() -> RetrySchedule? {
        if section.isSection("retry") { return section.section("retry").flatMap(schedule) }
        guard let word = section.scalar("retry") else { return nil }
        switch word.text {
        case "standard": return .standard
        case "sdk": return .sdk
        default:
            word.log(.word)
            return nil
        }
    }

    private func schedule(_ section: SettingSection) -> RetrySchedule? {
        let first = section.duration("first_delay")
        let longest = section.duration("longest_delay")
        let jitter = section.fraction("jitter")
        let expiry = section.duration("expiry")
        let attempts = section.contains("maximum_attempts") ? section.integer("maximum_attempts") : nil
        guard let first, let longest, let jitter, let expiry, attempts != nil || !section.contains("maximum_attempts") else { return nil }
        var schedule = RetrySchedule(firstDelay: first, longestDelay: longest)
        (schedule.jitter, schedule.expiryAge, schedule.maximumAttempts) = (jitter, expiry, attempts)
        let faults = schedule.faults.map(\.rawValue) + (expiry <= first ? ["expiryBelowFirst"] : [])
        guard faults.isEmpty else {
            let words = faults.joined(separator: ", ")
            section.context.log.add(
                .retrySchedule, at: section.place, key: section.path, detail: LocalText(sv: "(\(words))", en: "(\(words))"))
            return nil
        }
        return schedule
    }
}
