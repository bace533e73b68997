// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M04-planeringsunderlag.xml. Do not edit; run the script again.

enum M04PlaneringsunderlagExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Samma barn och ärende som i M01-exemplet. Placeringskommunen berättar vad som redan pågår. -->
<sam:Planeringsunderlag xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0104</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001</sam:Arendeid>
    <sam:Meddelandetyp>M04</sam:Meddelandetyp>
    <sam:Skickad>2026-09-15T13:00:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S201</sam:HsaId>
      <sam:Enhetsnamn>Barn och unga</sam:Enhetsnamn>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-A101</sam:HsaId>
      <sam:Roll>SLUTEN_VARD</sam:Roll>
    </sam:Mottagare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-B301</sam:HsaId>
      <sam:Roll>BUP</sam:Roll>
    </sam:Mottagare>
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0101</sam:RefererarTill>
    <sam:RattsligGrund>
      <sam:Grund>UNDER18_26_9</sam:Grund>
      <sam:Lagrum>Offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §</sam:Lagrum>
    </sam:RattsligGrund>
  </sam:Kuvert>
  <sam:Patient>
    <sam:Patientid>
      <sam:Identitetstyp>1.2.752.129.2.1.3.1</sam:Identitetstyp>
      <sam:Identitetsvarde>201203159809</sam:Identitetsvarde>
    </sam:Patientid>
    <sam:Namn>
      <sam:Fornamn>Tilda</sam:Fornamn>
      <sam:Efternamn>Provberg</sam:Efternamn>
    </sam:Namn>
    <sam:Fodelsedatum>2012-03-15</sam:Fodelsedatum>
    <sam:Skydd>INGEN</sam:Skydd>
    <sam:Folkbokforingskommun>0382</sam:Folkbokforingskommun>
  </sam:Patient>
  <sam:Underlagstyp>PAGAENDE_INSATSER</sam:Underlagstyp>
  <sam:Underlagstext>Familjehemmet tar emot hem igen. Umgänget pausas under vårdtiden.</sam:Underlagstext>
  <sam:Insats>
    <sam:Insatsbeskrivning>Familjehem</sam:Insatsbeskrivning>
    <sam:AnsvarigOrganisation>2120009903</sam:AnsvarigOrganisation>
    <sam:AnsvarigEnhet>Barn och unga</sam:AnsvarigEnhet>
    <sam:Startdatum>2026-06-01</sam:Startdatum>
  </sam:Insats>
  <sam:Insats>
    <sam:Insatsbeskrivning>Kontakt med familjehemssekreterare varje vecka</sam:Insatsbeskrivning>
    <sam:AnsvarigOrganisation>2120009903</sam:AnsvarigOrganisation>
    <sam:AnsvarigEnhet>Familjehemsgruppen</sam:AnsvarigEnhet>
    <sam:Startdatum>2026-06-01</sam:Startdatum>
  </sam:Insats>
  <sam:PlaneradHemgang>2026-09-21</sam:PlaneradHemgang>
  <sam:Placering>
    <sam:Placeringskommun>0319</sam:Placeringskommun>
    <sam:Placeringslagrum>SOL_2025</sam:Placeringslagrum>
    <sam:Placeringsform>FAMILJEHEM</sam:Placeringsform>
    <sam:Vistelsekommun>0382</sam:Vistelsekommun>
  </sam:Placering>
</sam:Planeringsunderlag>

"""#
}
