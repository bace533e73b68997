// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M21-sis-underrattelse.xsd. Do not edit; run the script again.

enum M21SisUnderrattelseSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M21 Underrättelse till SiS: vårdenheten till det särskilda ungdomshemmet, genast när den unge vill lämna enheten eller har lämnat den. Ring också. LVU (1990:52) 12 a §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="SisUnderrattelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet. Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Handelse">
        <xs:annotation><xs:documentation xml:lang="sv">VILL_LAMNA när den unge vill lämna vårdenheten, HAR_LAMNAT när det har skett. Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="VILL_LAMNA"/><xs:enumeration value="HAR_LAMNAT"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Handelsetid" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När det märktes; underrättelsen lämnas genast (regel W2101). Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardenhet" type="sam:EnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdenheten och telefon till den. Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Uppringd" type="sam:TidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">När SiS ringdes upp om samma sak. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="SisUnderrattelse" type="sam:SisUnderrattelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M21 Underrättelse till SiS. Lagrum: LVU (1990:52) 12 a §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
