// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M10-samordnad-plan.xml. Do not edit; run the script again.

enum M10SamordnadPlanExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Planen efter SIP-mötet: justerad av de två ansvariga enheterna. -->
<sam:SamordnadPlan xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0110</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001</sam:Arendeid>
    <sam:Meddelandetyp>M10</sam:Meddelandetyp>
    <sam:Skickad>2026-09-24T16:00:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-B301</sam:HsaId>
      <sam:Enhetsnamn>BUP-mottagningen Exempelstad</sam:Enhetsnamn>
      <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S201</sam:HsaId>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Mottagare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2120009911</sam:Organisationsnummer>
      <sam:Organisationsnamn>Provkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0382</sam:Kommunkod>
      <sam:Funktionsadress>0203:socialtjanst.provkommun.example</sam:Funktionsadress>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Mottagare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-A101</sam:HsaId>
      <sam:Roll>SLUTEN_VARD</sam:Roll>
    </sam:Mottagare>
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0108</sam:RefererarTill>
    <sam:RattsligGrund>
      <sam:Grund>SAMTYCKE_12_2</sam:Grund>
      <sam:Lagrum>Offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §</sam:Lagrum>
      <sam:Samtycke>
        <sam:Samtyckesstatus>JA</sam:Samtyckesstatus>
        <sam:LamnatAv>VARDNADSHAVARE_1</sam:LamnatAv>
        <sam:Samtyckesdatum>2026-09-18</sam:Samtyckesdatum>
      </sam:Samtycke>
    </sam:RattsligGrund>
    <sam:RattsligGrund>
      <sam:Grund>UNDER18_25_12</sam:Grund>
      <sam:Lagrum>Offentlighets- och sekretesslagen (2009:400) 25 kap. 12 §</sam:Lagrum>
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
  <sam:Plantyp>SIP</sam:Plantyp>
  <sam:Planstatus>JUSTERAD</sam:Planstatus>
  <sam:Plan>
    <sam:Behovsbeskrivning>Uppföljning av mående och sömn, och stöd till familjehemmet vid återgång till skolan.</sam:Behovsbeskrivning>
    <sam:Insats>
      <sam:Insatsbeskrivning>Samtalskontakt varannan vecka</sam:Insatsbeskrivning>
      <sam:AnsvarigEnhet>
        <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
        <sam:Lanskod>03</sam:Lanskod>
        <sam:HsaId>SE2321009900-B301</sam:HsaId>
        <sam:Enhetsnamn>BUP-mottagningen Exempelstad</sam:Enhetsnamn>
        <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
      </sam:AnsvarigEnhet>
      <sam:Insatsstart>2026-09-29</sam:Insatsstart>
      <sam:Insatslage>PLANERAD</sam:Insatslage>
    </sam:Insats>
    <sam:Insats>
      <sam:Insatsbeskrivning>Handledning till familjehemmet varje vecka</sam:Insatsbeskrivning>
      <sam:AnsvarigEnhet>
        <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
        <sam:Kommunkod>0319</sam:Kommunkod>
        <sam:HsaId>SE2120009903-S201</sam:HsaId>
        <sam:Enhetsnamn>Socialtjänsten barn och unga, Exempelkommun</sam:Enhetsnamn>
        <sam:Roll>SOCIALTJANST</sam:Roll>
      </sam:AnsvarigEnhet>
      <sam:Insatsstart>2026-06-01</sam:Insatsstart>
      <sam:Insatslage>PAGAENDE</sam:Insatslage>
    </sam:Insats>
    <sam:Insats>
      <sam:Insatsbeskrivning>Extra umgängesstöd under sommaren</sam:Insatsbeskrivning>
      <sam:AnsvarigEnhet>
        <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
        <sam:Kommunkod>0319</sam:Kommunkod>
        <sam:HsaId>SE2120009903-S201</sam:HsaId>
        <sam:Enhetsnamn>Socialtjänsten barn och unga, Exempelkommun</sam:Enhetsnamn>
        <sam:Roll>SOCIALTJANST</sam:Roll>
      </sam:AnsvarigEnhet>
      <sam:Insatsstart>2026-06-15</sam:Insatsstart>
      <sam:Insatslage>AVSLUTAD</sam:Insatslage>
      <sam:Insatsslut>2026-08-14</sam:Insatsslut>
    </sam:Insats>
    <sam:AndrasAtgarder>Skolan ordnar anpassad skolgång de första veckorna.</sam:AndrasAtgarder>
    <sam:PatientensInstallning>Vill ha samtalen efter skoltid.</sam:PatientensInstallning>
    <sam:Justering>
      <sam:Enhet>
        <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
        <sam:Lanskod>03</sam:Lanskod>
        <sam:HsaId>SE2321009900-B301</sam:HsaId>
        <sam:Enhetsnamn>BUP-mottagningen Exempelstad</sam:Enhetsnamn>
        <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
      </sam:Enhet>
      <sam:Justeringsdatum>2026-09-24</sam:Justeringsdatum>
      <sam:Justerare>Noa Kontaktsson</sam:Justerare>
    </sam:Justering>
    <sam:Justering>
      <sam:Enhet>
        <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
        <sam:Kommunkod>0319</sam:Kommunkod>
        <sam:HsaId>SE2120009903-S201</sam:HsaId>
        <sam:Enhetsnamn>Socialtjänsten barn och unga, Exempelkommun</sam:Enhetsnamn>
        <sam:Roll>SOCIALTJANST</sam:Roll>
      </sam:Enhet>
      <sam:Justeringsdatum>2026-09-24</sam:Justeringsdatum>
      <sam:Justerare>Sam Handläggarsson</sam:Justerare>
    </sam:Justering>
  </sam:Plan>
  <sam:OvergripandeAnsvarig>
    <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
    <sam:Lanskod>03</sam:Lanskod>
    <sam:HsaId>SE2321009900-B301</sam:HsaId>
    <sam:Enhetsnamn>BUP-mottagningen Exempelstad</sam:Enhetsnamn>
    <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
  </sam:OvergripandeAnsvarig>
  <sam:Uppfoljningsdatum>2026-12-10</sam:Uppfoljningsdatum>
  <sam:Samtycke>
    <sam:Samtyckesstatus>JA</sam:Samtyckesstatus>
    <sam:LamnatAv>VARDNADSHAVARE_1</sam:LamnatAv>
    <sam:Samtyckesdatum>2026-09-18</sam:Samtyckesdatum>
  </sam:Samtycke>
  <sam:Mal>Trygg vardag i familjehemmet och återgång till skolan på heltid.</sam:Mal>
</sam:SamordnadPlan>

"""#
}
