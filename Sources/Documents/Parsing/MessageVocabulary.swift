// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/*.xsd. Do not edit; run the script again.

/// The local names of every element that our own schemas declare.
enum MessageVocabulary {
    static let elements: Set<String> = [
        "AdressKommunkod", "Adressmarkering", "AndradBeraknadUtskrivning", "AndradPart", "AndrasAtgarder", "Andring", "Andringsorsak",
        "AnsvarigEnhet", "AnsvarigOrganisation", "AnsvarigPersonal", "Arbetsformaga", "Arendeid", "AtertagandeUtskrivningsklar",
        "Atertagandeorsak", "Atertagen", "Avdelning", "Avsandare", "AvslutVardtillfalle", "Avslutad", "Avslutsform", "Avvikelse",
        "Avvikelsetyp", "Avvisningsorsak", "Bakgrund", "BarnetsInstallning", "BedomandeLakare", "Bedomning", "Bedomningstid",
        "BedomtBehov", "BegaranHalsoundersokning", "BegardDel", "BehandlandeLakare", "Behov", "BehovBedomt", "Behovsbeskrivning",
        "Benamning", "BeraknadUtskrivning", "BerordDel", "BeskedHalsoundersokning", "Beskedstyp", "Beskrivning", "Beslutsnummer",
        "Beslutstid", "Beslutstyp", "Bilaga", "Bilageid", "BokadTid", "CareOf", "Chefsoverlakare", "Del", "Deltagare", "Diagnos",
        "Diagnoskod", "Diagnostext", "Efternamn", "Egenvard", "EjUndersoktOrsak", "EjUndersoktText", "Enhet", "Enhetsnamn", "Ersatter",
        "FastVardkontaktUtsedd", "Fodelsedatum", "Folkbokforingsadress", "Folkbokforingskommun", "FolkbokforingskommunSaknas",
        "ForeslagenTid", "Fornamn", "ForvantadTid", "Fragestallning", "Funktionsadress", "Funktionsformaga", "GallerFran", "Grund",
        "Halsotillstand", "Handelse", "Handelsedatum", "Handelsetid", "Handlaggare", "HsaId", "Identitetstyp", "Identitetsvarde",
        "Insats", "Insatsbeskrivning", "Insatslage", "Insatsslut", "Insatsstart", "Inskriven", "Inskrivningsmeddelande",
        "Inskrivningsorsak", "Jourtelefon", "Justerare", "Justering", "Justeringsdatum", "Kallad", "KalladVardnadshavare", "Kallelse",
        "KallelseTillSip", "Kallelsemottagare", "Kommentar", "Kommunkod", "Komplikationer", "Kontakt", "Kuvert", "Kvittens",
        "Kvittensniva", "Kvitterad", "KvitterandeRoll", "Lagrum", "LakarundersokningLVU32", "Lakemedel", "Lakemedelsinformation",
        "LamnatAv", "Lanskod", "Legitimerad", "Makulering", "Makuleringstyp", "Mal", "Meddelandeid", "Meddelandetyp", "Mediatyp",
        "Motesform", "Motesplats", "Motesslut", "Motesstart", "MottagandeEnhet", "Mottagare", "Mottagarnamn", "Namn", "Namnmarkering",
        "NyBeraknadUtskrivning", "NyttMeddelandeid", "OnskatUnderlag", "OppenvardTillganglig", "OppenvardensTillganglighet",
        "Organisationsnamn", "Organisationsnummer", "Orsak", "OvergripandeAnsvarig", "PagaendeBehandling", "Part", "Partsandring",
        "Patient", "PatientensInstallning", "Patientid", "Personalnamn", "Placering", "Placeringsbesked", "Placeringsform",
        "Placeringskommun", "Placeringslagrum", "Placeringsmeddelande", "Placeringsreferens", "Placeringsstart", "Plan",
        "PlaneradHemgang", "Planeringsunderlag", "Planstatus", "Plantyp", "Postadress", "Postnummer", "Postort", "Prioritet",
        "RattsligGrund", "RefererarTill", "Regel", "RekommenderadeAtgarder", "Remiss", "Remissbekraftelse", "Remissmottagare",
        "Remissreferens", "Remisstatus", "Remissvar", "Remittent", "Remittentnamn", "Resultat", "Riskbedomning", "Roll", "Sammanfattning",
        "Sammankallande", "SamordnadPlan", "Samtycke", "Samtyckesdatum", "Samtyckesstatus", "Schemaversion", "SenastUndersokt", "Sha256",
        "SipBehov", "SipReferens", "SisUnderrattelse", "Skickad", "SkickadRemiss", "Skydd", "SkyddadBrevlada", "Sprak", "Startdatum",
        "StatusVidInskrivning", "Storlek", "Svar", "SvarPaKallelse", "Svarande", "Svarsadress", "Svarsdatum", "Svarstyp", "Syfte",
        "Telefon", "Telefonbekraftad", "TidigareEnhet", "Underlagstext", "Underlagstyp", "UnderrattelseOppenTvangsvard", "Undersokare",
        "Undersokningsdatum", "Undersokningsenhet", "UndersoktDel", "Uppfoljning", "Uppfoljningsdatum", "UpplevdHalsa", "Uppringd",
        "Utdelningsadress", "UtlatandeHalsoundersokning", "Utlatandedatum", "Utsedd", "Utskriven", "UtskrivenTill", "Utskrivningsform",
        "Utskrivningsinformation", "Utskrivningsklar", "Vardbehov", "Vardenhet", "Vardform", "Vardkontakt", "Vardnadshavare",
        "Vardnadshavarenamn", "VidaresandTill", "Vistelseadress", "Vistelsekommun", "Vistelseregion", "Yrke", "Yrkesroll",
    ]
}
