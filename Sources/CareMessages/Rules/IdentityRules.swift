import Documents

/// E04 and the warnings about identifiers: W04–W07.
enum IdentityRules {
    static let all = [identifiers, unknownKind, localNumberAbroad, dormant, shiftedBirthDate]

    static let identifiers = Rule(
        "E04",
        .init(
            law: "Folkbokföringslagen (1991:481) 18 §; lag (2022:1697); lag (1974:174)",
            text: LocalText(
                sv: "En beteckning har fel kontrollsiffra, datum, form eller kod.",
                en: "An identifier has a wrong check digit, date, form or code."),
            remedy: LocalText(
                sv: "Hämta uppgiften på nytt ur folkbokföringen, katalogen eller kodlistan.",
                en: "Fetch it again from the population register, the directory or the code list."))
    ) { message, _ in
        guard let patient = message.patient else { return [] }
        var breaches: [Breach] = []
        for (index, identity) in patient.identities.enumerated() {
            do throws(Refusal) { try identity.check() } catch {
                breaches.append(Breach("Patient/Patientid[\(index + 1)]/Identitetsvarde", error.text))
            }
            if identity.agreement(with: patient.birthDate) == .different {
                breaches.append(Breach("Patient/Fodelsedatum", IdentityCode.otherBirthDate.text))
            }
        }
        if patient.birthDate > CalendarDay(message.envelope.sent) {
            breaches.append(Breach("Patient/Fodelsedatum", IdentityCode.futureBirthDate.text))
        }
        for identifier in message.identifiers {
            do throws(Refusal) { try identifier.check() } catch { breaches.append(Breach(identifier.path, error.text)) }
        }
        return breaches
    }

    static let unknownKind = Rule(
        "W04",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 §",
            text: LocalText(
                sv: "Slaget av personbeteckning är okänt; mottagaren måste para ihop patienten för hand.",
                en: "The kind of person identifier is unknown; the receiver must match the patient by hand."),
            remedy: LocalText(
                sv: "Ange också personnummer, samordningsnummer eller ett känt reservnummer om det finns.",
                en: "Give a personnummer, samordningsnummer or known reserve number as well, if there is one."))
    ) { message, _ in
        (message.patient?.identities ?? []).enumerated().filter { $0.element.scheme == .unknown }.map {
            Breach("Patient/Patientid[\($0.offset + 1)]/Identitetstyp", issuerHint($0.element))
        }
    }

    static let localNumberAbroad = Rule(
        "W05",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ett lokalt reservnummer är enda beteckning utanför den region som gav det.",
                en: "A local reserve number is the only identifier outside the region that issued it."),
            remedy: LocalText(
                sv: "Lägg till en andra beteckning som gäller i hela landet.",
                en: "Add a second identifier that holds in the whole country."))
    ) { message, _ in
        guard let patient = message.patient, patient.identities.count == 1,
            case .lokaltReservnummer(let series) = patient.identities[0].scheme
        else {
            return []
        }
        let counties = ([message.envelope.sender] + message.envelope.receivers).map(\.lanskod)
        return Breach.when(series.county == nil || counties.contains { $0 != series.county }, at: "Patient/Patientid[1]")
    }

    static let dormant = Rule(
        "W06",
        .init(
            law: "Lag (2022:1697) om samordningsnummer 3 kap.",
            text: LocalText(sv: "Ett samordningsnummer kan ha blivit vilande.", en: "A samordningsnummer may have become dormant."),
            remedy: LocalText(
                sv: "Kontrollera hos Skatteverket att numret är aktivt.", en: "Check with Skatteverket that the number is active."))
    ) { message, _ in
        (message.patient?.identities ?? []).enumerated().filter { $0.element.scheme == .samordningsnummer }.map {
            Breach("Patient/Patientid[\($0.offset + 1)]")
        }
    }

    static let shiftedBirthDate = Rule(
        "W07",
        .init(
            law: "Folkbokföringslagen (1991:481) 18 §",
            text: LocalText(
                sv: "Födelsedatum skiljer sig från datumet i personbeteckningen.",
                en: "The birth date differs from the date in the person number."),
            remedy: LocalText(
                sv: "Kontrollera födelsedatum i folkbokföringen; talet kan ha fått en närliggande dag.",
                en: "Check the birth date in the population register; the number may have been given a day nearby."))
    ) { message, _ in
        guard let patient = message.patient else { return [] }
        let hasNearbyDay = patient.identities.contains { $0.agreement(with: patient.birthDate) == .nearbyDay }
        return Breach.when(hasNearbyDay, at: "Patient/Fodelsedatum")
    }

    /// Where to ask, when the form is that of a reserve number without OID.
    private static func issuerHint(_ identity: PatientIdentity) -> LocalText? {
        let names = identity.possibleIssuers.map(\.rawValue).joined(separator: ", ")
        guard !names.isEmpty else { return nil }
        return LocalText(
            sv:
                "Slaget av personbeteckning är okänt; formen liknar reservnummer från \(names). Mottagaren måste para ihop patienten för hand.",
            en:
                "The kind of person identifier is unknown; its form is like reserve numbers of \(names). The receiver must match the patient."
        )
    }
}
