// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/samverkan.xsd. Do not edit; run the script again.

enum SamverkanSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Slussens meddelanden mellan region och kommun, version 1. Den här filen är ingången: den tar in en fil per meddelandetyp.
      Varje element nämner sitt lagrum; "Lagrum: inget" betyder att uppgiften är Slussens egen och inte följer av lag.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="M01-inskrivningsmeddelande.xsd"/>
  <xs:include schemaLocation="M02-andrad-beraknad-utskrivning.xsd"/>
  <xs:include schemaLocation="M03-fast-vardkontakt-utsedd.xsd"/>
  <xs:include schemaLocation="M04-planeringsunderlag.xsd"/>
  <xs:include schemaLocation="M05-utskrivningsklar.xsd"/>
  <xs:include schemaLocation="M06-atertagande-utskrivningsklar.xsd"/>
  <xs:include schemaLocation="M07-oppenvardens-tillganglighet.xsd"/>
  <xs:include schemaLocation="M08-kallelse-till-sip.xsd"/>
  <xs:include schemaLocation="M09-svar-pa-kallelse.xsd"/>
  <xs:include schemaLocation="M10-samordnad-plan.xsd"/>
  <xs:include schemaLocation="M11-underrattelse-oppen-tvangsvard.xsd"/>
  <xs:include schemaLocation="M12-utskrivningsinformation.xsd"/>
  <xs:include schemaLocation="M13-avslut-vardtillfalle.xsd"/>
  <xs:include schemaLocation="M14-begaran-halsoundersokning.xsd"/>
  <xs:include schemaLocation="M15-besked-halsoundersokning.xsd"/>
  <xs:include schemaLocation="M16-utlatande-halsoundersokning.xsd"/>
  <xs:include schemaLocation="M17-remiss.xsd"/>
  <xs:include schemaLocation="M18-remissbekraftelse.xsd"/>
  <xs:include schemaLocation="M19-remissvar.xsd"/>
  <xs:include schemaLocation="M20-placeringsmeddelande.xsd"/>
  <xs:include schemaLocation="M21-sis-underrattelse.xsd"/>
  <xs:include schemaLocation="M22-makulering.xsd"/>
  <xs:include schemaLocation="M23-kvittens.xsd"/>
  <xs:include schemaLocation="M24-andrad-part.xsd"/>
  <xs:include schemaLocation="M25-avvikelse.xsd"/>
</xs:schema>

"""#
}
