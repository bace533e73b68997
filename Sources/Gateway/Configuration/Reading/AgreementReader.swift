import AS4
import CareMessages
import Documents
import Spooling

/// Reads one entry of `agreements`.
struct AgreementReader {
    let section: SettingSection

    func draft() -> AgreementDraft {
        let profile: AgreementProfile? = section.contains("profile") ? section.word("profile") : nil
        return AgreementDraft(
            key: section.path, name: section.name("name"), partner: section.name("partner"), send: section.words("send"),
            receive: section.words("receive"), roles: section.words("roles"), overrides: overrides(profile),
            encryption: section.word("encryption"), mep: section.word("mep"),
            retry: retry(profile), concurrency: section.integer("concurrency"), terms: TermsReader(section: section).terms())
    }

    private func overrides(_ profile: AgreementProfile?) -> AgreementDraft.Overrides? {
        guard profile != nil || !section.contains("profile") else { return nil }
        let names = ["service", "service_type", "action", "agreement_ref", "own_participant", "partner_participant"]
        let texts = names.map { section.contains($0) ? section.text($0) : nil }
        guard zip(names, texts).allSatisfy({ $1 != nil || !section.contains($0) }) else { return nil }
        // A Service and its type are one value: a profile's type never stands beside another Service.
        return AgreementDraft.Overrides(
            profile: profile, service: texts[0] ?? profile?.service,
            serviceType: texts[1] ?? (texts[0] == nil ? profile?.serviceType : nil),
            action: texts[2] ?? profile?.action, agreementRef: texts[3], ownParticipant: texts[4], partnerParticipant: texts[5])
    }

    private func retry(_ profile: AgreementProfile?) -> RetrySchedule? {
        if let profile, !section.contains("retry") { return profile.retry }
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
