// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M13-avslut-vardtillfalle.xsd. Do not edit; run the script again.

enum M13AvslutVardtillfalleSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M13 Avslut av vårdtillfälle: den slutna vården säger att vårdtillfället är slut och hur. Meddelandet är Slussens förslag; det stänger tiden för betalningsansvar. Lag (2017:612) 5 kap. 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="AvslutVardtillfalleTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet, eller underrättelsen om öppen tvångsvård (M11) när ärendet började med den. Lagrum: Slussens förslag; lag (2017:612) 5 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: Slussens förslag; lag (2017:612) 5 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Avslutsform">
        <xs:annotation><xs:documentation xml:lang="sv">Hur vårdtillfället slutade: UTSKRIVEN, AVLIDEN, FLYTTAD (till annan sluten vård), AVBRUTEN (ärendet behövs inte) eller AVVIKEN. Lagrum: lag (2017:612) 5 kap. 1 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="UTSKRIVEN"/><xs:enumeration value="AVLIDEN"/><xs:enumeration value="FLYTTAD"/><xs:enumeration value="AVBRUTEN"/>
            <xs:enumeration value="AVVIKEN"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Avslutad" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När vårdtillfället slutade. Lagrum: lag (2017:612) 5 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="AvslutVardtillfalle" type="sam:AvslutVardtillfalleTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M13 Avslut av vårdtillfälle. Lagrum: Slussens förslag; lag (2017:612) 5 kap. 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
