// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M17-remiss.xml. Do not edit; run the script again.

enum M17RemissExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Elevhälsan i Exempelkommun ber BUP i Region Exempel om en bedömning. -->
<sam:Remiss xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e1717</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2017</sam:Arendeid>
    <sam:Meddelandetyp>M17</sam:Meddelandetyp>
    <sam:Skickad>2026-09-16T13:10:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-E501</sam:HsaId>
      <sam:Enhetsnamn>Elevhälsan, Provskolan</sam:Enhetsnamn>
      <sam:Roll>ELEVHALSA</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-B301</sam:HsaId>
      <sam:Roll>BUP</sam:Roll>
    </sam:Mottagare>
    <sam:Svarsadress>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-E501</sam:HsaId>
      <sam:Roll>ELEVHALSA</sam:Roll>
    </sam:Svarsadress>
    <sam:RattsligGrund>
      <sam:Grund>SAMTYCKE_12_2</sam:Grund>
      <sam:Lagrum>Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §</sam:Lagrum>
      <sam:Samtycke>
        <sam:Samtyckesstatus>JA</sam:Samtyckesstatus>
        <sam:LamnatAv>VARDNADSHAVARE_1</sam:LamnatAv>
        <sam:Samtyckesdatum>2026-09-15</sam:Samtyckesdatum>
      </sam:Samtycke>
    </sam:RattsligGrund>
  </sam:Kuvert>
  <sam:Patient>
    <sam:Patientid>
      <sam:Identitetstyp>1.2.752.129.2.1.3.1</sam:Identitetstyp>
      <sam:Identitetsvarde>201005089816</sam:Identitetsvarde>
    </sam:Patientid>
    <sam:Namn>
      <sam:Fornamn>Malte</sam:Fornamn>
      <sam:Efternamn>Övningsson</sam:Efternamn>
    </sam:Namn>
    <sam:Fodelsedatum>2010-05-08</sam:Fodelsedatum>
    <sam:Skydd>INGEN</sam:Skydd>
    <sam:Folkbokforingskommun>0319</sam:Folkbokforingskommun>
  </sam:Patient>
  <sam:Fragestallning>Önskas bedömning av koncentrationssvårigheter och sömn; behövs utredning eller stöd?</sam:Fragestallning>
  <sam:Bakgrund>Svårt att följa undervisningen sedan årskurs 8. Anpassningar prövade två terminer. Syn och hörsel kontrollerade utan anmärkning.</sam:Bakgrund>
  <sam:Prioritet>PLANERAD</sam:Prioritet>
  <sam:Remittent>
    <sam:Remittentnamn>Kim Skolexempel</sam:Remittentnamn>
    <sam:HsaId>SE2120009903-P601</sam:HsaId>
    <sam:Yrke>Legitimerad psykolog, elevhälsan</sam:Yrke>
    <sam:Legitimerad>true</sam:Legitimerad>
    <sam:Telefon>+46 8 465 004 10</sam:Telefon>
  </sam:Remittent>
</sam:Remiss>

"""#
}
