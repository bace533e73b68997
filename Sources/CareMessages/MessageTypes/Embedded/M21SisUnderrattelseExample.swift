// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M21-sis-underrattelse.xml. Do not edit; run the script again.

enum M21SisUnderrattelseExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- En ung person som vistas på ett särskilt ungdomshem vårdas på sjukhus och vill gå. SiS är också uppringt. -->
<sam:SisUnderrattelse xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0121</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2021</sam:Arendeid>
    <sam:Meddelandetyp>M21</sam:Meddelandetyp>
    <sam:Skickad>2026-09-16T22:10:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-A101</sam:HsaId>
      <sam:Enhetsnamn>Barnkliniken, avdelning 101</sam:Enhetsnamn>
      <sam:Roll>SLUTEN_VARD</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2021009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Statens institutionsstyrelse (exempel)</sam:Organisationsnamn>
      <sam:Funktionsadress>0203:ungdomshem.sis.example</sam:Funktionsadress>
      <sam:Roll>SIS</sam:Roll>
    </sam:Mottagare>
    <sam:RattsligGrund>
      <sam:Grund>UPPGIFTSSKYLDIGHET_10_28</sam:Grund>
      <sam:Lagrum>LVU (1990:52) 12 a §</sam:Lagrum>
    </sam:RattsligGrund>
  </sam:Kuvert>
  <sam:Patient>
    <sam:Patientid>
      <sam:Identitetstyp>1.2.752.129.2.1.3.1</sam:Identitetstyp>
      <sam:Identitetsvarde>200809199805</sam:Identitetsvarde>
    </sam:Patientid>
    <sam:Namn>
      <sam:Fornamn>Alex</sam:Fornamn>
      <sam:Efternamn>Övningsfors</sam:Efternamn>
    </sam:Namn>
    <sam:Fodelsedatum>2008-09-19</sam:Fodelsedatum>
    <sam:Skydd>INGEN</sam:Skydd>
    <sam:Folkbokforingskommun>0319</sam:Folkbokforingskommun>
  </sam:Patient>
  <sam:Handelse>VILL_LAMNA</sam:Handelse>
  <sam:Handelsetid>2026-09-16T22:02:00+02:00</sam:Handelsetid>
  <sam:Vardenhet>
    <sam:HsaId>SE2321009900-A101</sam:HsaId>
    <sam:Enhetsnamn>Barnkliniken, avdelning 101</sam:Enhetsnamn>
    <sam:Telefon>+46 8 465 004 00</sam:Telefon>
  </sam:Vardenhet>
  <sam:Uppringd>2026-09-16T22:04:00+02:00</sam:Uppringd>
</sam:SisUnderrattelse>

"""#
}
