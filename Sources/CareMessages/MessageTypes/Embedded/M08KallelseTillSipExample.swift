// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M08-kallelse-till-sip.xml. Do not edit; run the script again.

enum M08KallelseTillSipExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- BUP:s fasta vårdkontakt kallar inom tre dagar efter underrättelsen om utskrivningsklar. Placeringskommunen är kallad. -->
<sam:KallelseTillSip xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0108</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001</sam:Arendeid>
    <sam:Meddelandetyp>M08</sam:Meddelandetyp>
    <sam:Skickad>2026-09-21T10:00:00+02:00</sam:Skickad>
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
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0505</sam:RefererarTill>
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
  <sam:Motesstart>2026-09-24T13:00:00+02:00</sam:Motesstart>
  <sam:Motesslut>2026-09-24T14:30:00+02:00</sam:Motesslut>
  <sam:Motesform>VIDEO</sam:Motesform>
  <sam:Motesplats>https://mote.region.example/sip-1</sam:Motesplats>
  <sam:Sammankallande>
    <sam:Personalnamn>Noa Kontaktsson</sam:Personalnamn>
    <sam:HsaId>SE2321009900-P402</sam:HsaId>
    <sam:Yrke>Sjuksköterska, fast vårdkontakt</sam:Yrke>
    <sam:Telefon>+46 8 465 004 20</sam:Telefon>
  </sam:Sammankallande>
  <sam:Kallad>
    <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
    <sam:Kommunkod>0319</sam:Kommunkod>
    <sam:HsaId>SE2120009903-S201</sam:HsaId>
    <sam:Enhetsnamn>Socialtjänsten barn och unga, Exempelkommun</sam:Enhetsnamn>
    <sam:Roll>SOCIALTJANST</sam:Roll>
  </sam:Kallad>
  <sam:Kallad>
    <sam:Organisationsnummer>2120009911</sam:Organisationsnummer>
    <sam:Kommunkod>0382</sam:Kommunkod>
    <sam:Enhetsnamn>Socialtjänsten, Provkommun</sam:Enhetsnamn>
    <sam:Roll>SOCIALTJANST</sam:Roll>
  </sam:Kallad>
  <sam:Kallad>
    <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
    <sam:Lanskod>03</sam:Lanskod>
    <sam:HsaId>SE2321009900-A101</sam:HsaId>
    <sam:Enhetsnamn>Barnkliniken, avdelning 101</sam:Enhetsnamn>
    <sam:Roll>SLUTEN_VARD</sam:Roll>
  </sam:Kallad>
  <sam:Samtycke>
    <sam:Samtyckesstatus>JA</sam:Samtyckesstatus>
    <sam:LamnatAv>VARDNADSHAVARE_1</sam:LamnatAv>
    <sam:Samtyckesdatum>2026-09-18</sam:Samtyckesdatum>
  </sam:Samtycke>
  <sam:Vardform>HSL</sam:Vardform>
  <sam:Syfte>Samordna BUP:s och socialtjänstens insatser efter utskrivningen.</sam:Syfte>
  <sam:BarnetsInstallning>Vill att familjehemmet är med och att skolan börjar lugnt.</sam:BarnetsInstallning>
  <sam:KalladVardnadshavare>
    <sam:Vardnadshavarenamn>Mika Provberg</sam:Vardnadshavarenamn>
    <sam:Telefon>+46 8 465 004 30</sam:Telefon>
  </sam:KalladVardnadshavare>
  <sam:OnskatUnderlag>Socialtjänstens genomförandeplan</sam:OnskatUnderlag>
</sam:KallelseTillSip>

"""#
}
