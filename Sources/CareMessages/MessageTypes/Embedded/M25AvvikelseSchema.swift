// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M25-avvikelse.xsd. Do not edit; run the script again.

enum M25AvvikelseSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M25 Avvikelse i samverkan: en part säger till en annan parts avvikelsefunktion att något i samverkan gått fel. Bär inga uppgifter om patienten: ärendets id räcker.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>

  <xs:simpleType name="AvvikelsetextTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Fri text: 1–2 000 tecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="2000"/></xs:restriction>
  </xs:simpleType>

  <xs:complexType name="AvvikelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger meddelandet som avvikelsen gäller, vid SAKNAD det senaste som kom. Lagrum: lag (2017:612) 4 kap. 4 § (gemensamma riktlinjer).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Avvikelsetyp">
        <xs:annotation><xs:documentation xml:lang="sv">SEN, SAKNAD, FELAKTIG, FEL_MOTTAGARE eller OMOJLIG_UTSKRIVNING. Lagrum: lag (2017:612) 4 kap. 4 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="SEN"/><xs:enumeration value="SAKNAD"/><xs:enumeration value="FELAKTIG"/><xs:enumeration value="FEL_MOTTAGARE"/><xs:enumeration value="OMOJLIG_UTSKRIVNING"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Beskrivning" type="sam:AvvikelsetextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad som hände, utan patientens namn och personnummer (reglerna E2501 och W2501). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Avvikelse" type="sam:AvvikelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M25 Avvikelse i samverkan. Lagrum: lag (2017:612) 4 kap. 4 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
