// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M16-utlatande-halsoundersokning.xml. Do not edit; run the script again.

enum M16UtlatandeHalsoundersokningExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Vårdcentralens utlåtande. Tänderna undersöks av tandvården, som lämnar sitt eget. -->
<sam:UtlatandeHalsoundersokning xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0116</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2014</sam:Arendeid>
    <sam:Meddelandetyp>M16</sam:Meddelandetyp>
    <sam:Skickad>2026-07-02T15:40:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-V401</sam:HsaId>
      <sam:Enhetsnamn>Provby vårdcentral</sam:Enhetsnamn>
      <sam:Roll>PRIMARVARD</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S201</sam:HsaId>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Mottagare>
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0114</sam:RefererarTill>
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
  <sam:Utlatandedatum>2026-07-02</sam:Utlatandedatum>
  <sam:UndersoktDel>
    <sam:Del>FYSISK</sam:Del>
    <sam:Undersokningsdatum>2026-06-24</sam:Undersokningsdatum>
    <sam:Bedomning>Kroppsligt frisk. Två vaccinationer saknas och ges i augusti.</sam:Bedomning>
    <sam:Vardbehov>JA</sam:Vardbehov>
    <sam:Undersokare>
      <sam:Personalnamn>Robin Distriktsson</sam:Personalnamn>
      <sam:HsaId>SE2321009900-P420</sam:HsaId>
      <sam:Yrke>Distriktsläkare</sam:Yrke>
    </sam:Undersokare>
  </sam:UndersoktDel>
  <sam:UndersoktDel>
    <sam:Del>PSYKISK</sam:Del>
    <sam:Undersokningsdatum>2026-06-24</sam:Undersokningsdatum>
    <sam:Bedomning>Sömnsvårigheter och oro; behöver bedömas av barn- och ungdomspsykiatrin.</sam:Bedomning>
    <sam:Vardbehov>JA</sam:Vardbehov>
    <sam:Undersokare>
      <sam:Personalnamn>Robin Distriktsson</sam:Personalnamn>
      <sam:HsaId>SE2321009900-P420</sam:HsaId>
      <sam:Yrke>Distriktsläkare</sam:Yrke>
    </sam:Undersokare>
  </sam:UndersoktDel>
  <sam:UndersoktDel>
    <sam:Del>ORAL</sam:Del>
    <sam:EjUndersoktOrsak>ANNAN_UTFORARE</sam:EjUndersoktOrsak>
    <sam:EjUndersoktText>Tid hos folktandvården den 30 juni.</sam:EjUndersoktText>
  </sam:UndersoktDel>
  <sam:RekommenderadeAtgarder>Komplettera vaccinationerna. Familjehemmet får råd om sömn. Socialnämnden bör följa upp kontakten med BUP.</sam:RekommenderadeAtgarder>
  <sam:SkickadRemiss>
    <sam:Remissmottagare>BUP-mottagningen Exempelstad</sam:Remissmottagare>
  </sam:SkickadRemiss>
</sam:UtlatandeHalsoundersokning>

"""#
}
