// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M18-remissbekraftelse.xsd. Do not edit; run the script again.

enum M18RemissbekraftelseSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M18 Remissbekräftelse: mottagaren av en remiss säger vad som blev av den: mottagen, accepterad, avvisad, vidaresänd eller väntande.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:complexType name="RemissbekraftelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger remissen (M17). Lagrum: offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §, 25 kap. 12 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: patientdatalagen (2008:355) 3 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Remisstatus">
        <xs:annotation><xs:documentation xml:lang="sv">MOTTAGEN (ännu inte bedömd), ACCEPTERAD, AVVISAD, VIDARESAND eller VANTAR (kompletteras eller köas). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="MOTTAGEN"/><xs:enumeration value="ACCEPTERAD"/><xs:enumeration value="AVVISAD"/><xs:enumeration value="VIDARESAND"/><xs:enumeration value="VANTAR"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="ForvantadTid" type="sam:DatumEllerTidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">När patienten väntas få tid eller remissen väntas bli bedömd; krävs vid ACCEPTERAD och VANTAR (regel E1803). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Avvisningsorsak" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Varför remissen avvisas; krävs vid AVVISAD (regel E1801). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="VidaresandTill" type="sam:MottagareTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som tagit över remissen; krävs vid VIDARESAND (regel E1802). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Remissbekraftelse" type="sam:RemissbekraftelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M18 Remissbekräftelse. Lagrum: inget.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
