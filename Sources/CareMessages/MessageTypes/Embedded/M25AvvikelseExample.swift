// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/M25-avvikelse.xml. Do not edit; run the script again.

enum M25AvvikelseExample {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<!-- Exempelkommun säger till regionens avvikelsefunktion att underrättelsen i M05-exemplet kom sent. Inga uppgifter om patienten. -->
<sam:Avvikelse xmlns:sam="urn:sluss:samverkan:1" Id="meddelande">
  <sam:Kuvert>
    <sam:Schemaversion>1.1</sam:Schemaversion>
    <sam:Meddelandeid>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0125</sam:Meddelandeid>
    <sam:Arendeid>c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001</sam:Arendeid>
    <sam:Meddelandetyp>M25</sam:Meddelandetyp>
    <sam:Skickad>2026-09-22T09:00:00+02:00</sam:Skickad>
    <sam:Avsandare>
      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>
      <sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>
      <sam:Kommunkod>0319</sam:Kommunkod>
      <sam:HsaId>SE2120009903-S201</sam:HsaId>
      <sam:Enhetsnamn>Barn- och ungdomsenheten</sam:Enhetsnamn>
      <sam:Roll>SOCIALTJANST</sam:Roll>
    </sam:Avsandare>
    <sam:Mottagare>
      <sam:Organisationsnummer>2321009900</sam:Organisationsnummer>
      <sam:Organisationsnamn>Region Exempel</sam:Organisationsnamn>
      <sam:Lanskod>03</sam:Lanskod>
      <sam:HsaId>SE2321009900-K701</sam:HsaId>
      <sam:Roll>AVVIKELSEFUNKTION</sam:Roll>
    </sam:Mottagare>
    <sam:RefererarTill>5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0505</sam:RefererarTill>
    <sam:RattsligGrund>
      <sam:Grund>OVRIGT</sam:Grund>
      <sam:Lagrum>Inga uppgifter om patienten lämnas</sam:Lagrum>
    </sam:RattsligGrund>
  </sam:Kuvert>
  <sam:Avvikelsetyp>SEN</sam:Avvikelsetyp>
  <sam:Beskrivning>Bedömningen gjordes klockan 09.30 men vi nåddes av den först 09.55, då dagens planeringsmöte var slut. Vi vill gå igenom rutinen i samverkansgruppen.</sam:Beskrivning>
</sam:Avvikelse>

"""#
}
