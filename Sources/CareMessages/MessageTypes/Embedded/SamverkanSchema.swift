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
  <xs:include schemaLocation="M05-utskrivningsklar.xsd"/>
  <xs:include schemaLocation="M17-remiss.xsd"/>
</xs:schema>

"""#
}
