// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M07-oppenvardens-tillganglighet.xml. Do not edit; run the script again.

enum M07OppenvardensTillganglighetExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Samma barn och ärende som i M01-exemplet. BUP kan ta emot från den 21 september. -->
<sam:OppenvardensTillganglighet xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0107</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001</sam:Arendeid>
    <sam:Meddelandetyp>M07</sam:Meddelandetyp>
    <sam:Skickad>2026-09-17T15:00:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-B301</sam:HsaId>
      <sam:Enhetsnamn>BUP Provby</sam:Enhetsnamn>
      <sam:Roll>BUP</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-A101</sam:HsaId>
      <sam:Roll>SLUTEN_VARD</sam:Roll>
    </sam:Mottagare>
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
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0101</sam:RefererarTill>
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
  <sam:OppenvardTillganglig>JA</sam:OppenvardTillganglig>
  <sam:Insats>Återbesök på mottagningen varje vecka</sam:Insats>
  <sam:Insats>Telefonkontakt med familjehemmet</sam:Insats>
  <sam:GallerFran>2026-09-21</sam:GallerFran>
</sam:OppenvardensTillganglighet>

"""#
}
