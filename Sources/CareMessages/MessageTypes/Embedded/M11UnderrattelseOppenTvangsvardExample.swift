// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M11-underrattelse-oppen-tvangsvard.xml. Do not edit; run the script again.

enum M11UnderrattelseOppenTvangsvardExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- En vuxen patient: rättens medgivande till öppen psykiatrisk tvångsvård, med den samordnade vårdplanen. Eget ärende. -->
<sam:UnderrattelseOppenTvangsvard xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0111</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2011</sam:Arendeid>
    <sam:Meddelandetyp>M11</sam:Meddelandetyp>
    <sam:Skickad>2026-09-22T11:15:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-A210</sam:HsaId>
      <sam:Enhetsnamn>Psykiatriska kliniken, avdelning 210</sam:Enhetsnamn>
      <sam:Roll>SLUTEN_VARD</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S210</sam:HsaId>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Mottagare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-C310</sam:HsaId>
      <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
    </sam:Mottagare>
    <sam:RattsligGrund>
      <sam:Grund>UPPGIFTSSKYLDIGHET_10_28</sam:Grund>
      <sam:Lagrum>LPT (1991:1128) 7 a §; lag (2017:612) 3 kap. 1 §</sam:Lagrum>
    </sam:RattsligGrund>
  </sam:Kuvert>
  <sam:Patient>
    <sam:Patientid>
      <sam:Identitetstyp>1.2.752.129.2.1.3.1</sam:Identitetstyp>
      <sam:Identitetsvarde>199105089818</sam:Identitetsvarde>
    </sam:Patientid>
    <sam:Namn>
      <sam:Fornamn>Alvar</sam:Fornamn>
      <sam:Efternamn>Testlund</sam:Efternamn>
    </sam:Namn>
    <sam:Fodelsedatum>1991-05-08</sam:Fodelsedatum>
    <sam:Skydd>INGEN</sam:Skydd>
    <sam:Folkbokforingskommun>0319</sam:Folkbokforingskommun>
  </sam:Patient>
  <sam:Vardform>OPT</sam:Vardform>
  <sam:Beslutstid>2026-09-22T09:00:00+02:00</sam:Beslutstid>
  <sam:Beslutstyp>MEDGIVEN</sam:Beslutstyp>
  <sam:Beslutsnummer>Mål 4711-26</sam:Beslutsnummer>
  <sam:Chefsoverlakare>
    <sam:HsaId>SE2321009900-P410</sam:HsaId>
    <sam:Personalnamn>Eli Överläkarsson</sam:Personalnamn>
  </sam:Chefsoverlakare>
  <sam:Plan>
    <sam:Behovsbeskrivning>Fortsatt läkemedelsbehandling med tät uppföljning, och stöd i boendet.</sam:Behovsbeskrivning>
    <sam:Insats>
      <sam:Insatsbeskrivning>Besök på mottagningen en gång i veckan</sam:Insatsbeskrivning>
      <sam:AnsvarigEnhet>
        <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
        <sam:Lanskod>03</sam:Lanskod>
        <sam:HsaId>SE2321009900-C310</sam:HsaId>
        <sam:Enhetsnamn>Psykiatriska öppenvårdsmottagningen</sam:Enhetsnamn>
        <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
      </sam:AnsvarigEnhet>
      <sam:Insatsstart>2026-09-23</sam:Insatsstart>
      <sam:Insatslage>PLANERAD</sam:Insatslage>
    </sam:Insats>
    <sam:Insats>
      <sam:Insatsbeskrivning>Boendestöd tre gånger i veckan</sam:Insatsbeskrivning>
      <sam:AnsvarigEnhet>
        <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
        <sam:Kommunkod>0319</sam:Kommunkod>
        <sam:HsaId>SE2120009903-S210</sam:HsaId>
        <sam:Enhetsnamn>Socialtjänsten vuxna, Exempelkommun</sam:Enhetsnamn>
        <sam:Roll>SOCIALTJANST</sam:Roll>
      </sam:AnsvarigEnhet>
      <sam:Insatsstart>2026-09-23</sam:Insatsstart>
      <sam:Insatslage>PLANERAD</sam:Insatslage>
    </sam:Insats>
    <sam:AndrasAtgarder></sam:AndrasAtgarder>
    <sam:PatientensInstallning>Tar emot boendestödet, tveksam till läkemedlet.</sam:PatientensInstallning>
    <sam:Justering>
      <sam:Enhet>
        <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
        <sam:Lanskod>03</sam:Lanskod>
        <sam:HsaId>SE2321009900-C310</sam:HsaId>
        <sam:Enhetsnamn>Psykiatriska öppenvårdsmottagningen</sam:Enhetsnamn>
        <sam:Roll>FAST_VARDKONTAKT</sam:Roll>
      </sam:Enhet>
      <sam:Justeringsdatum>2026-09-21</sam:Justeringsdatum>
      <sam:Justerare>Mio Mottagningsson</sam:Justerare>
    </sam:Justering>
    <sam:Justering>
      <sam:Enhet>
        <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
        <sam:Kommunkod>0319</sam:Kommunkod>
        <sam:HsaId>SE2120009903-S210</sam:HsaId>
        <sam:Enhetsnamn>Socialtjänsten vuxna, Exempelkommun</sam:Enhetsnamn>
        <sam:Roll>SOCIALTJANST</sam:Roll>
      </sam:Enhet>
      <sam:Justeringsdatum>2026-09-21</sam:Justeringsdatum>
      <sam:Justerare>Ellis Biståndsson</sam:Justerare>
    </sam:Justering>
  </sam:Plan>
</sam:UnderrattelseOppenTvangsvard>

"""#
}
