// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M06-atertagande-utskrivningsklar.xsd. Do not edit; run the script again.

enum M06AtertagandeUtskrivningsklarSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M06 Återtagande av utskrivningsklar: den slutna vården till dem som fått underrättelsen, omgående. Lagen har ingen regel om återtagande; meddelandet följer regionala rutiner.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="AtertagandeUtskrivningsklarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger underrättelsen som återtas. Lagrum: Slussens förslag; regionala rutiner (Vårdhandboken: omgående).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: Slussens förslag; regionala rutiner (Vårdhandboken: omgående).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Atertagen" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När läkaren bedömde att patienten inte längre är utskrivningsklar; tiden för betalningsansvar slutar löpa (läsning, inte lagtext). Lagrum: lag (2017:612) 1 kap. 3 §, 5 kap. 4 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Atertagandeorsak">
        <xs:annotation><xs:documentation xml:lang="sv">FORSAMRAD (försämrat hälsotillstånd), ANNAN_VARD (behov av annan sluten vård), FELAKTIG (underrättelsen var fel) eller AVVIKEN. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="FORSAMRAD"/><xs:enumeration value="ANNAN_VARD"/><xs:enumeration value="FELAKTIG"/><xs:enumeration value="AVVIKEN"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="AtertagandeUtskrivningsklar" type="sam:AtertagandeUtskrivningsklarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M06 Återtagande av utskrivningsklar. Lagrum: Slussens förslag; regionala rutiner (Vårdhandboken: omgående).</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
