// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/*.xml. Do not edit; run the script again.

/// One realistic message per type, unsigned. Organisations are made up, person numbers are Skatteverket's test numbers.
package enum ExampleFiles {
    /// File name to bytes, exactly as committed.
    package static let all: [String: [UInt8]] = [
        "M01-inskrivningsmeddelande.xml": Array(M01InskrivningsmeddelandeExample.text.utf8),
        "M02-andrad-beraknad-utskrivning.xml": Array(M02AndradBeraknadUtskrivningExample.text.utf8),
        "M03-fast-vardkontakt-utsedd.xml": Array(M03FastVardkontaktUtseddExample.text.utf8),
        "M04-planeringsunderlag.xml": Array(M04PlaneringsunderlagExample.text.utf8),
        "M05-utskrivningsklar.xml": Array(M05UtskrivningsklarExample.text.utf8),
        "M06-atertagande-utskrivningsklar.xml": Array(M06AtertagandeUtskrivningsklarExample.text.utf8),
        "M07-oppenvardens-tillganglighet.xml": Array(M07OppenvardensTillganglighetExample.text.utf8),
        "M08-kallelse-till-sip.xml": Array(M08KallelseTillSipExample.text.utf8),
        "M09-svar-pa-kallelse.xml": Array(M09SvarPaKallelseExample.text.utf8),
        "M10-samordnad-plan.xml": Array(M10SamordnadPlanExample.text.utf8),
        "M11-underrattelse-oppen-tvangsvard.xml": Array(M11UnderrattelseOppenTvangsvardExample.text.utf8),
        "M12-utskrivningsinformation.xml": Array(M12UtskrivningsinformationExample.text.utf8),
        "M13-avslut-vardtillfalle.xml": Array(M13AvslutVardtillfalleExample.text.utf8),
        "M14-begaran-halsoundersokning.xml": Array(M14BegaranHalsoundersokningExample.text.utf8),
        "M15-besked-halsoundersokning.xml": Array(M15BeskedHalsoundersokningExample.text.utf8),
        "M16-utlatande-halsoundersokning.xml": Array(M16UtlatandeHalsoundersokningExample.text.utf8),
        "M17-remiss.xml": Array(M17RemissExample.text.utf8),
        "M18-remissbekraftelse.xml": Array(M18RemissbekraftelseExample.text.utf8),
        "M19-remissvar.xml": Array(M19RemissvarExample.text.utf8),
        "M20-placeringsmeddelande.xml": Array(M20PlaceringsmeddelandeExample.text.utf8),
        "M21-sis-underrattelse.xml": Array(M21SisUnderrattelseExample.text.utf8),
        "M22-makulering.xml": Array(M22MakuleringExample.text.utf8),
        "M23-kvittens.xml": Array(M23KvittensExample.text.utf8),
        "M24-andrad-part.xml": Array(M24AndradPartExample.text.utf8),
        "M25-avvikelse.xml": Array(M25AvvikelseExample.text.utf8),
    ]
}
