// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M15-besked-halsoundersokning.xsd. Do not edit; run the script again.

enum M15BeskedHalsoundersokningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M15 Besked om hälsoundersökning. Lagrum: Slussens förslag; lag (2017:209) 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="BeskedHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet. Lagrum: Slussens förslag; lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: Slussens förslag; lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="BeskedHalsoundersokning" type="sam:BeskedHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M15 Besked om hälsoundersökning. Lagrum: Slussens förslag; lag (2017:209) 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
