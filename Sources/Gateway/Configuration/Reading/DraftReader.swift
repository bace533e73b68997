import AS4

/// Reads the sections of the file one by one. Each function looks up every key of its section before it gives up, so that all problems show.
struct DraftReader {
    let file: String
    let root: SettingSection

    func draft() -> ConfigurationDraft {
        readVersion()
        let organisation = organisation()
        let as4 = root.section("as4")
        let trust = TrustReader(root: root)
        let party = ownParty(as4, organisationsnummer: organisation?.organisationsnummer)
        let partnerReader = PartnerReader(defaultPartyType: party?.type)
        return ConfigurationDraft(
            file: file, environment: root.word("environment"), organisation: organisation, paths: paths(),
            listener: root.section("listen").flatMap(listener), listens: root.contains("listen"),
            tls: root.section("tls").flatMap(trust.credentials), revocation: trust.revocation(), as4Overlap: as4.flatMap(trust.overlap),
            overlaps: as4.map(trust.overlaps) ?? false, as4: as4.flatMap(trust.credentials), ownParty: party,
            messageAge: as4.flatMap(messageAge),
            signing: root.section("signing").flatMap(trust.credentials),
            partners: root.sections("partners").map(partnerReader.draft),
            agreements: root.sections("agreements").map { AgreementReader(section: $0).draft() },
            dayAmounts: DayAmountReader(root: root).settings(),
            addressBook: root.sections("address_book").map { AddresseeReader(section: $0).draft() },
            placementMessages: root.sectionOrDefaults("placement_messages").flatMap(placementMessages),
            delivery: root.sectionOrDefaults("delivery").flatMap(delivery), disk: root.sectionOrDefaults("disk").flatMap(disk),
            retention: root.sectionOrDefaults("retention").flatMap(retention), quarantine: root.section("quarantine").flatMap(quarantine),
            quarantines: root.contains("quarantine"),
            log: root.sectionOrDefaults("log").flatMap(log),
            weakenings: root.sections("weakenings").compactMap(weakening), places: root.context.places)
    }

    private func readVersion() {
        guard let version = root.scalar("version"), version.text != "1" else { return }
        version.log(.version)
    }

    private func organisation() -> OrganisationSettings? {
        guard let section = root.section("organisation") else { return nil }
        let name = section.text("name")
        let number = section.organisationsnummer("organisationsnummer")
        let code = section.areaCode("code")
        guard let name, let number, let code else { return nil }
        return OrganisationSettings(name: name, organisationsnummer: number, code: code)
    }

    private func paths() -> PathSettings? {
        guard let section = root.sectionOrDefaults("paths") else { return nil }
        let spool = section.file("spool")
        let submit = section.file("submit")
        let handover = section.file("handover")
        let audit = section.file("audit")
        guard let spool, let submit, let handover, let audit else { return nil }
        return PathSettings(spool: spool, submit: submit, handover: handover, audit: audit)
    }

    private func listener(_ section: SettingSection) -> ListenerSettings? {
        let host = section.host("host")
        let port = section.integer("port")
        let path = section.urlPath("path")
        let body = section.size("maximum_body")
        let times = ["header_timeout", "body_timeout", "idle_timeout"].map(section.duration)
        let connections = section.integer("maximum_connections")
        let perAddress = section.integer("maximum_connections_per_address")
        let requests = section.integer("maximum_requests_per_partner")
        let memory = section.size("maximum_body_memory")
        let memoryPerPartner = section.size("maximum_body_memory_per_partner")
        let diskPerPartner = section.size("maximum_body_disk_per_partner")
        guard let host, let port, let path, let body, let header = times[0], let bodyTime = times[1], let idle = times[2],
            let connections, let perAddress, let requests, let memory, let memoryPerPartner, let diskPerPartner
        else { return nil }
        return ListenerSettings(
            host: host, port: port, path: path, maximumBodyBytes: body, headerTimeout: header, bodyTimeout: bodyTime, idleTimeout: idle,
            maximumConnections: connections, maximumConnectionsPerAddress: perAddress, maximumRequestsPerPartner: requests,
            maximumBodyMemory: memory, maximumBodyMemoryPerPartner: memoryPerPartner,
            maximumBodyDiskPerPartner: diskPerPartner)
    }

    private func ownParty(_ section: SettingSection?, organisationsnummer: String?) -> PartyID? {
        guard let section else { return nil }
        let id = section.contains("party_id") ? section.text("party_id") : organisationsnummer
        let type = section.text("party_type")
        guard let id, let type else { return nil }
        return PartyID(id, type: type)
    }

    private func messageAge(_ section: SettingSection) -> MessageAgeSettings? {
        let skew = section.duration("clock_skew")
        let age = section.contains("maximum_age") ? section.duration("maximum_age") : nil
        guard let skew, age != nil || !section.contains("maximum_age") else { return nil }
        return MessageAgeSettings(maximumAge: age, clockSkew: skew)
    }

    private func placementMessages(_ section: SettingSection) -> PlacementMessageSettings? {
        let send = section.flag("send")
        let receive = section.flag("receive")
        guard let send, let receive else { return nil }
        return PlacementMessageSettings(send: send, receive: receive)
    }

    private func delivery(_ section: SettingSection) -> DeliverySettings? {
        let times = ["stop_grace", "connect_timeout", "answer_timeout", "submit_interval"].map(section.duration)
        guard let grace = times[0], let connect = times[1], let answer = times[2], let interval = times[3] else { return nil }
        return DeliverySettings(stopGrace: grace, connectTimeout: connect, answerTimeout: answer, submitInterval: interval)
    }

    private func disk(_ section: SettingSection) -> DiskSettings? {
        let bytes = section.size("minimum_free")
        let inodes = section.integer("minimum_free_inodes")
        guard let bytes, let inodes else { return nil }
        return DiskSettings(minimumFreeBytes: bytes, minimumFreeInodes: inodes)
    }

    private func retention(_ section: SettingSection) -> RetentionSettings? {
        let names = ["done", "cancelled"]
        let ages = names.map { section.contains($0) ? section.duration($0) : nil }
        guard zip(names, ages).allSatisfy({ $1 != nil || !section.contains($0) }) else { return nil }
        return RetentionSettings(done: ages[0], cancelled: ages[1])
    }

    private func quarantine(_ section: SettingSection) -> QuarantineSettings? {
        let certificate = section.file("certificate")
        let messages = section.integer("maximum_messages")
        let bytes = section.size("maximum_bytes")
        let age = section.duration("keep")
        guard let certificate, let messages, let bytes, let age else { return nil }
        return QuarantineSettings(certificate: certificate, maximumMessages: messages, maximumBytes: bytes, age: age)
    }

    private func log(_ section: SettingSection) -> LogSettings? {
        let level: LogSettings.Level? = section.word("level")
        let format: LogSettings.Format? = section.word("format")
        guard let level, let format else { return nil }
        return LogSettings(level: level, format: format)
    }

    private func weakening(_ section: SettingSection) -> Weakening? {
        let name: Weakening.Name? = section.word("name")
        let reason = section.text("reason")
        let until = section.date("until")
        guard let name, let reason, let until else { return nil }
        return Weakening(name: name, reason: reason, until: until, key: section.path)
    }
}
