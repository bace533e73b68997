import Documents

/// Why an organisation gets a message, pays or is the counterpart.
package struct RoutingReason: Sendable, Equatable, Codable {
    /// The provision, in Swedish.
    package let law: String
    /// Whether it is our reading of the provision and not its wording. Such a choice must be agreed locally.
    package let isReading: Bool
    /// The reason in words.
    package let text: LocalText

    init(_ law: String, isReading: Bool, sv: String, en: String) {
        self.law = law
        self.isReading = isReading
        text = LocalText(sv: sv, en: en)
    }

    private static let responsibility = "Lag (2017:612) 1 kap. 3 §, 2 kap. 1 §; socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)"

    static let placing = RoutingReason(
        responsibility, isReading: true, sv: "Kommunen har beslutat om placeringen och behåller ansvaret för insatserna.",
        en: "The municipality decided on the placement and keeps the responsibility.")
    static let decidedHousing = RoutingReason(
        responsibility + "; lag (1993:387) 9 § 8", isReading: true, sv: "Kommunen har beslutat om bostaden enligt LSS.",
        en: "The municipality decided on the housing under LSS.")
    static let assigned = RoutingReason(
        "Lag (1994:137) 3 §; socialtjänstlagen (2025:400) 29 kap. 4 § (SoL2025)", isReading: true,
        sv: "Kommunen är anvisad av Migrationsverket och har placerat barnet.",
        en: "The municipality was assigned by Migrationsverket and placed the child.")
    static let sheltering = RoutingReason(
        responsibility + ", 9 kap. 6 § (SoL2025)", isReading: true, sv: "Kommunen har placerat i skyddat boende.",
        en: "The municipality placed in sheltered housing.")
    static let registeredUnit = RoutingReason(
        "Lag (2017:612) 2 kap. 1 §", isReading: true, sv: "Folkbokföringskommunens insatser kan behövas.",
        en: "The services of the municipality of registration may be needed.")
    static let payerNotice = RoutingReason(
        "Lag (2017:612) 5 kap. 2–3 §§", isReading: true,
        sv: "Folkbokföringskommunen betalar bara om den har underrättats; familjehem, HVB och stödboende står inte bland undantagen.",
        en: "The municipality of registration pays only if notified; such homes are not among the exceptions.")
    static let possiblePayer = RoutingReason(
        "Lag (2017:612) 5 kap. 2–3 §§", isReading: true,
        sv: "Folkbokföringskommunen kan vara betalare; väg risken innan den får uppgifter.",
        en: "The municipality of registration may be the payer; weigh the risk before it gets any data.")
    static let notCounterpart = RoutingReason(
        "Lag (2017:612) 4 kap. 1 §, 5 kap. 3 §", isReading: true,
        sv: "Folkbokföringskommunen kan behöva veta som betalare, men är inte motpart.",
        en: "The municipality of registration may need to know as payer, but is not the counterpart.")
    static let municipalHealthCare = RoutingReason(
        "Lag (2017:612) 2 kap. 1 §", isReading: false, sv: "Kommunal hälso- och sjukvård bedöms behövas.",
        en: "Municipal health care is assessed as needed.")
    static let healthCareWhereStaying = RoutingReason(
        "Lag (2017:612) 2 kap. 1 §; hälso- och sjukvårdslagen (2017:30) 12 kap.", isReading: true,
        sv: "Kommunal hälso- och sjukvård bedöms behövas där patienten vistas.",
        en: "Municipal health care is assessed as needed where the patient stays.")
    static let openCareNeeded = RoutingReason(
        "Lag (2017:612) 2 kap. 1 §", isReading: false, sv: "Regional öppenvård behövs, eller ska få meddelandet när kommunal vård behövs.",
        en: "Regional open care is needed, or must be told when municipal health care is.")
    static let openCare = RoutingReason(
        "Lag (2017:612) 2 kap. 5 §, 4 kap. 1 §", isReading: true, sv: "Regional öppenvård kan vara berörd enhet.",
        en: "Regional open care may be a unit concerned.")
    static let contradicted = RoutingReason(
        responsibility, isReading: true, sv: "Placeringsregistret nämner kommunen, men meddelandet en annan.",
        en: "The placement register names the municipality, but the message another.")
    static let sisHome = RoutingReason(
        "LVU (1990:52) 12 a §", isReading: true, sv: "Den unge är placerad på ett särskilt ungdomshem.",
        en: "The young person is placed in a special home.")
    static let sisDuty = RoutingReason(
        "LVU (1990:52) 12 a §", isReading: false, sv: "Vårdenheten ska genast underrätta SiS.", en: "The care unit must notify SiS at once."
    )
    static let copyToPlacing = RoutingReason(
        "Offentlighets- och sekretesslagen (2009:400) 25 kap. 12 §", isReading: true,
        sv: "Placeringskommunen kan få en kopia; det kräver egen grund.",
        en: "The placing municipality may get a copy; that needs its own basis.")
    static let caseParty = RoutingReason(
        "Lag (2017:612) 2 kap. 6 §, 4 kap. 1 §", isReading: true, sv: "Enheten är part i ärendet.", en: "The unit is a party of the case.")
    static let answered = RoutingReason(
        "Slussens förslag", isReading: true, sv: "Meddelandet svarar på, rättar eller makulerar ett som enheten har del i.",
        en: "The message answers, corrects or withdraws one that the unit had a part in.")
    static let examinationDuty = RoutingReason(
        "Lag (2017:209) 1 §", isReading: false, sv: "Regionen ska erbjuda hälsoundersökning på socialnämndens initiativ.",
        en: "The region must offer a health examination on the board's initiative.")
    static let askingBoard = RoutingReason(
        "Lag (2017:209) 1 §", isReading: true, sv: "Socialnämnden i placeringskommunen har begärt undersökningen.",
        en: "The board of the placing municipality asked for the examination.")
    static let referredUnit = RoutingReason(
        "Hälso- och sjukvårdslagen (2017:30) 8 kap.", isReading: true, sv: "Regionen där patienten vistas eller hör hemma ger vården.",
        en: "The region where the patient stays or belongs gives the care.")
    static let stayRegion = RoutingReason(
        "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §", isReading: true,
        sv: "Regionen där hemmet ligger kan då hitta placeringskommunen.",
        en: "The region of the home can then find the placing municipality.")
    static let formerRegion = RoutingReason(
        "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §", isReading: true,
        sv: "Regionen har en äldre uppgift om placeringen.", en: "The region has older data on the placement.")
    static let onlyUrgent = RoutingReason(
        "Socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)", isReading: true,
        sv: "Vistelsekommunen tros svara bara för akut hjälp (obekräftat) och bör inte få uppgifterna utan särskilt skäl.",
        en:
            "The municipality of the stay is thought to answer for urgent help only (unconfirmed) and should not have the data without reason."
    )
    static let payer = RoutingReason(
        "Lag (2017:612) 5 kap. 2 §", isReading: false, sv: "Patienten är folkbokförd i kommunen.",
        en: "The patient is registered in the municipality.")
    static let payerOfPlaced = RoutingReason(
        "Lag (2017:612) 5 kap. 2 §", isReading: true, sv: "Patienten är folkbokförd i kommunen, och placeringens form är inget undantag.",
        en: "The patient is registered in the municipality, and the kind of placement is no exception.")
    static let payerOfHousing = RoutingReason(
        "Lag (2017:612) 5 kap. 2 §", isReading: true, sv: "Beslutskommunen betalar om bostaden är en sådan som paragrafen räknar upp.",
        en: "The deciding municipality pays if the housing is of the kind the section lists.")
    static let noPayer = RoutingReason(
        "Lag (2017:612) 5 kap. 2 §", isReading: true, sv: "Ingen folkbokföringskommun är känd; frågan om betalning avgörs för hand.",
        en: "No municipality of registration is known; payment must be settled by hand.")
    static let counterpartUnknown = RoutingReason(
        "Lag (2017:612) 4 kap. 1 §; lag (2017:209) 1 §", isReading: true,
        sv: "Ta först reda på om patienten är placerad; folkbokföringskommunen får inte antas vara placeringskommun.",
        en: "First find out whether the patient is placed; the municipality of registration must not be taken for the placing one.")
}
