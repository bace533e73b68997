// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M24-andrad-part.xsd. Do not edit; run the script again.

enum M24AndradPartSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M24 Part ändras: ärendets ägare lägger till eller tar bort en part, eller låter en part bara läsa. Kuvertets grund bär ändringen.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:complexType name="PartsandringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En part som kommer till, lämnar eller bara får läsa.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Andring">
        <xs:annotation><xs:documentation xml:lang="sv">LAGG_TILL, TA_BORT eller LASRATT (parten får läsa och kvittera, inte skicka). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="LAGG_TILL"/><xs:enumeration value="TA_BORT"/><xs:enumeration value="LASRATT"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Part" type="sam:MottagareTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten. Lagrum: lag (2017:612) 1 kap. 3 § (enheternas definitioner).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Orsak" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Varför. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="AndradPartTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; grunden ska bära att den nya parten får uppgifterna. Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 och 12 §§, 26 kap. 1 och 9 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Partsandring" type="sam:PartsandringTyp" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">En ändring per part. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="AndradPart" type="sam:AndradPartTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M24 Part ändras. Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
