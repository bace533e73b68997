// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/*.xsd. Do not edit; run the script again.

/// The schemas of `urn:sluss:samverkan:1`, compiled once at start from here and from nowhere else.
package enum SchemaFiles {
    /// The file that includes all others.
    package static let main = "samverkan.xsd"

    /// File name to bytes, exactly as committed.
    package static let all: [String: [UInt8]] = [
        "M01-inskrivningsmeddelande.xsd": Array(M01InskrivningsmeddelandeSchema.text.utf8),
        "M02-andrad-beraknad-utskrivning.xsd": Array(M02AndradBeraknadUtskrivningSchema.text.utf8),
        "M03-fast-vardkontakt-utsedd.xsd": Array(M03FastVardkontaktUtseddSchema.text.utf8),
        "M04-planeringsunderlag.xsd": Array(M04PlaneringsunderlagSchema.text.utf8),
        "M05-utskrivningsklar.xsd": Array(M05UtskrivningsklarSchema.text.utf8),
        "M06-atertagande-utskrivningsklar.xsd": Array(M06AtertagandeUtskrivningsklarSchema.text.utf8),
        "M07-oppenvardens-tillganglighet.xsd": Array(M07OppenvardensTillganglighetSchema.text.utf8),
        "M08-kallelse-till-sip.xsd": Array(M08KallelseTillSipSchema.text.utf8),
        "M09-svar-pa-kallelse.xsd": Array(M09SvarPaKallelseSchema.text.utf8),
        "M10-samordnad-plan.xsd": Array(M10SamordnadPlanSchema.text.utf8),
        "M11-underrattelse-oppen-tvangsvard.xsd": Array(M11UnderrattelseOppenTvangsvardSchema.text.utf8),
        "M12-utskrivningsinformation.xsd": Array(M12UtskrivningsinformationSchema.text.utf8),
        "M13-avslut-vardtillfalle.xsd": Array(M13AvslutVardtillfalleSchema.text.utf8),
        "M14-begaran-halsoundersokning.xsd": Array(M14BegaranHalsoundersokningSchema.text.utf8),
        "M15-besked-halsoundersokning.xsd": Array(M15BeskedHalsoundersokningSchema.text.utf8),
        "M16-utlatande-halsoundersokning.xsd": Array(M16UtlatandeHalsoundersokningSchema.text.utf8),
        "M17-remiss.xsd": Array(M17RemissSchema.text.utf8),
        "M18-remissbekraftelse.xsd": Array(M18RemissbekraftelseSchema.text.utf8),
        "M19-remissvar.xsd": Array(M19RemissvarSchema.text.utf8),
        "M20-placeringsmeddelande.xsd": Array(M20PlaceringsmeddelandeSchema.text.utf8),
        "M21-sis-underrattelse.xsd": Array(M21SisUnderrattelseSchema.text.utf8),
        "M22-makulering.xsd": Array(M22MakuleringSchema.text.utf8),
        "M23-kvittens.xsd": Array(M23KvittensSchema.text.utf8),
        "M24-andrad-part.xsd": Array(M24AndradPartSchema.text.utf8),
        "M25-avvikelse.xsd": Array(M25AvvikelseSchema.text.utf8),
        "deltagare.xsd": Array(DeltagareSchema.text.utf8),
        "grundtyper.xsd": Array(GrundtyperSchema.text.utf8),
        "halsoundersokning.xsd": Array(HalsoundersokningSchema.text.utf8),
        "identiteter.xsd": Array(IdentiteterSchema.text.utf8),
        "kuvert.xsd": Array(KuvertSchema.text.utf8),
        "patient.xsd": Array(PatientSchema.text.utf8),
        "placering.xsd": Array(PlaceringSchema.text.utf8),
        "plan.xsd": Array(PlanSchema.text.utf8),
        "samverkan.xsd": Array(SamverkanSchema.text.utf8),
        "signatur.xsd": Array(SignaturSchema.text.utf8),
    ]
}
