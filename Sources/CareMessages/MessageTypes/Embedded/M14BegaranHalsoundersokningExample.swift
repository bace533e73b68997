// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M14-begaran-halsoundersokning.xml. Do not edit; run the script again.

enum M14BegaranHalsoundersokningExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Socialnämnden i placeringskommunen ber om hälsoundersökning två dagar efter att barnet flyttat till familjehemmet. -->
<sam:BegaranHalsoundersokning xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0114</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2014</sam:Arendeid>
    <sam:Meddelandetyp>M14</sam:Meddelandetyp>
    <sam:Skickad>2026-06-03T09:30:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S201</sam:HsaId>
      <sam:Enhetsnamn>Socialtjänsten barn och unga</sam:Enhetsnamn>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-V401</sam:HsaId>
      <sam:Roll>PRIMARVARD</sam:Roll>
    </sam:Mottagare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-T501</sam:HsaId>
      <sam:Roll>TANDVARD</sam:Roll>
    </sam:Mottagare>
    <sam:RattsligGrund>
      <sam:Grund>UPPGIFTSSKYLDIGHET_10_28</sam:Grund>
      <sam:Lagrum>Lag (2017:209) 1 §</sam:Lagrum>
    </sam:RattsligGrund>
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
  <sam:Placeringsstart>2026-06-01</sam:Placeringsstart>
  <sam:Placering>
    <sam:Placeringskommun>0319</sam:Placeringskommun>
    <sam:Placeringsreferens>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0120</sam:Placeringsreferens>
    <sam:Placeringslagrum>SOL_2025</sam:Placeringslagrum>
    <sam:Placeringsform>FAMILJEHEM</sam:Placeringsform>
    <sam:Vistelsekommun>0382</sam:Vistelsekommun>
  </sam:Placering>
  <sam:Vistelseregion>03</sam:Vistelseregion>
  <sam:Kallelse>
    <sam:Kallelsemottagare>HEMMET</sam:Kallelsemottagare>
    <sam:Mottagarnamn>Familjen Övning</sam:Mottagarnamn>
    <sam:Telefon>+46 8 465 004 50</sam:Telefon>
    <sam:Postadress>
      <sam:Utdelningsadress>Påhittade vägen 12</sam:Utdelningsadress>
      <sam:Postnummer>74999</sam:Postnummer>
      <sam:Postort>Provby</sam:Postort>
      <sam:AdressKommunkod>0382</sam:AdressKommunkod>
    </sam:Postadress>
  </sam:Kallelse>
  <sam:BegardDel>FYSISK</sam:BegardDel>
  <sam:BegardDel>PSYKISK</sam:BegardDel>
  <sam:BegardDel>ORAL</sam:BegardDel>
  <sam:Handlaggare>
    <sam:Personalnamn>Sam Handläggarsson</sam:Personalnamn>
    <sam:HsaId>SE2120009903-P701</sam:HsaId>
    <sam:Yrke>Socialsekreterare</sam:Yrke>
    <sam:Telefon>+46 8 465 004 40</sam:Telefon>
  </sam:Handlaggare>
  <sam:TidigareEnhet>Barnavårdscentralen Exempelstad</sam:TidigareEnhet>
  <sam:SenastUndersokt>2024-02-20</sam:SenastUndersokt>
  <sam:Vardnadshavare>
    <sam:Vardnadshavarenamn>Mika Provberg</sam:Vardnadshavarenamn>
    <sam:Telefon>+46 8 465 004 30</sam:Telefon>
  </sam:Vardnadshavare>
  <sam:Samtycke>
    <sam:Samtyckesstatus>JA</sam:Samtyckesstatus>
    <sam:LamnatAv>VARDNADSHAVARE_1</sam:LamnatAv>
    <sam:Samtyckesdatum>2026-06-01</sam:Samtyckesdatum>
  </sam:Samtycke>
  <sam:LakarundersokningLVU32>false</sam:LakarundersokningLVU32>
  <sam:Bakgrund>Oklart om vaccinationerna är fullständiga. Sover dåligt.</sam:Bakgrund>
</sam:BegaranHalsoundersokning>

"""#
}
