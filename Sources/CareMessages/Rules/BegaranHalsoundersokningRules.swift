import Documents

/// The rules of M14 Begäran om hälsoundersökning. That the sender is a socialnämnd or its social services is E03.
enum BegaranHalsoundersokningRules {
    static let all = [tooOld, noStart, recentlyExamined, noOralPart, noOwnConsent, late, oldStatute]

    private static let law = "Lag (2017:209) 1 §"

    static let tooOld = Rule(
        "E1401",
        .init(
            law: law,
            text: LocalText(
                sv: "Den placerade har fyllt 21 år när placeringen börjar; lagen gäller barn och unga till och med 20 år.",
                en: "The placed person has turned 21 when the placement begins; the law is for children and young people up to 20."),
            remedy: LocalText(
                sv: "Kontrollera födelsedatum och placeringsstart. Den som är äldre söker vård på vanligt sätt.",
                en: "Check the birth date and the start. Who is older seeks care in the ordinary way."))
    ) { message, _ in
        guard let start = message.part(BegaranHalsoundersokning.self)?.placementStart, let patient = message.patient else { return [] }
        return Breach.when(patient.birthDate.age(on: start) >= 21, at: "Placeringsstart")
    }

    static let noStart = Rule(
        "E1402",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 §",
            text: LocalText(sv: "Begäran säger inte när placeringen börjar.", en: "The request does not say when the placement begins."),
            remedy: LocalText(
                sv: "Ange Placeringsstart; undersökningen ska erbjudas i anslutning till den.",
                en: "State Placeringsstart; the examination is to be offered in connection with it."))
    ) { message, _ in
        guard let request = message.part(BegaranHalsoundersokning.self) else { return [] }
        return Breach.when(request.placementStart == nil, at: "Placeringsstart")
    }

    static let recentlyExamined = Rule(
        "W1401",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 § (gränsen tolv månader är praxis i vissa regioner)",
            text: LocalText(
                sv: "Barnet hälsoundersöktes för mindre än tolv månader sedan.",
                en: "The child had a health examination less than twelve months ago."),
            remedy: LocalText(
                sv: "Skicka om en ny undersökning ändå behövs; annars be om det tidigare utlåtandet.",
                en: "Send it if a new examination is needed all the same; otherwise ask for the earlier statement."))
    ) { message, _ in
        guard let last = message.part(BegaranHalsoundersokning.self)?.lastExamined else { return [] }
        return Breach.when(last.age(on: CalendarDay(message.envelope.sent)) < 1, at: "SenastUndersokt")
    }

    static let noOralPart = Rule(
        "W1402",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 §; Socialstyrelsens föreskrifter (HSLF-FS 2019:19)",
            text: LocalText(
                sv: "Begäran omfattar inte oral hälsa.", en: "The request does not cover oral health."),
            remedy: LocalText(
                sv: "Begär också den orala delen, om den inte begärs för sig hos tandvården.",
                en: "Request the oral part too, unless it is requested separately from dental care."))
    ) { message, _ in
        guard let request = message.part(BegaranHalsoundersokning.self) else { return [] }
        return Breach.when(!request.parts.contains(.oral), at: "BegardDel")
    }

    static let noOwnConsent = Rule(
        "W1403",
        .init(
            law: "Lag (2017:209) 1 §; patientlagen (2014:821) 4 kap. 2 §", isReading: true,
            text: LocalText(
                sv: "Den unge är 18–20 år och begäran säger inte att hen själv samtycker.",
                en: "The young person is 18–20 and the request does not say that they consent themselves."),
            remedy: LocalText(
                sv: "Ange Samtycke med JA och PATIENT när den unge samtyckt.",
                en: "State Samtycke with JA and PATIENT when the young person has consented."))
    ) { message, _ in
        guard let request = message.part(BegaranHalsoundersokning.self), let birthDate = message.patient?.birthDate,
            birthDate.age(on: CalendarDay(message.envelope.sent)) >= 18,
            request.placementStart.map({ birthDate.age(on: $0) < 21 }) != false
        else { return [] }
        let isInContent = request.consent?.state == .yes && request.consent?.givenBy == .patient
        let isInBasis = message.envelope.legalBases.contains { $0.consent == .yes && $0.consentGivenBy == .patient }
        return Breach.when(!isInContent && !isInBasis, at: "Samtycke")
    }

    static let late = Rule(
        "W1404",
        .init(
            law: "Slussens regel; jämför lag (2017:209) 1 § (i anslutning till placeringen)",
            text: LocalText(
                sv: "Begäran skickades mer än 14 dagar efter placeringens början.",
                en: "The request was sent more than 14 days after the placement began."),
            remedy: LocalText(
                sv: "Skicka ändå, och be om skyndsam tid.", en: "Send it all the same, and ask for an early time."))
    ) { message, context in
        guard let start = message.part(BegaranHalsoundersokning.self)?.placementStart, let told = context.firstTold(message) else {
            return []
        }
        return Breach.when(CalendarDay(told) > start.adding(days: 14), at: "Placeringsstart")
    }

    /// The day the socialtjänstlag of 2025 came into force.
    private static let newStatute = CalendarDay(year: 2025, month: 7, day: 1)

    static let oldStatute = Rule(
        "W1405",
        .init(
            law:
                "Slussens regel; jämför socialtjänstlagen (2025:400), i kraft 2025-07-01 (SoL2025), och socialtjänstlagen (2001:453) (SoL2001)",
            text: LocalText(
                sv: "Placeringen börjar efter att den äldre socialtjänstlagen upphörde att gälla, men anges enligt den.",
                en: "The placement begins after the older socialtjänstlag ceased to apply, but is stated under it."),
            remedy: LocalText(
                sv: "Ange SOL_2025, eller rätta placeringens början.", en: "State SOL_2025, or correct the start of the placement."))
    ) { message, _ in
        guard let request = message.part(BegaranHalsoundersokning.self), let start = request.placementStart, let newStatute else {
            return []
        }
        return Breach.when(request.placement.provision == "SOL_2001" && start >= newStatute, at: "Placering/Placeringslagrum")
    }
}
