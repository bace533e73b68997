// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M23-kvittens.xsd. Do not edit; run the script again.

enum M23KvittensSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M23 Kvittens: mottagaren svarar att ett meddelande är prövat, levererat eller läst, att det kom fel eller att det är vidaresänt. Bär inga uppgifter om patienten: meddelandets id räcker. Ingen lag kräver kvittens; den följer av regionala rutiner.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>

  <xs:complexType name="KvittensTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger meddelandet som kvitteras. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kvittensniva">
        <xs:annotation><xs:documentation xml:lang="sv">TEKNISK (prövat av system), LEVERERAD (i mottagarens system) eller VERKSAMHET (läst av en roll). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="TEKNISK"/><xs:enumeration value="LEVERERAD"/><xs:enumeration value="VERKSAMHET"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Resultat">
        <xs:annotation><xs:documentation xml:lang="sv">OK, AVVISAD, FELSAND (mottagaren är inte berörd) eller VIDARESAND. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="OK"/><xs:enumeration value="AVVISAD"/><xs:enumeration value="FELSAND"/><xs:enumeration value="VIDARESAND"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Regel" minOccurs="0" maxOccurs="50">
        <xs:annotation><xs:documentation xml:lang="sv">Id på en regel som meddelandet bröt mot; minst en vid teknisk avvisning (regel E2303). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{1,3}[0-9]{2,4}"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="KvitterandeRoll" type="sam:RollTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Rollen som kvitterar; aldrig en persons namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kvitterad" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När meddelandet prövades, levererades eller lästes. Lagrum: patientdatalagen (2008:355) 3 kap. 11 § (när en kopia lämnades ut).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="VidaresandTill" type="sam:MottagareTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som meddelandet sänts vidare till; krävs vid VIDARESAND (regel E2302). Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kommentar" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kort förklaring utan uppgifter om patienten (reglerna E2301 och W2302). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Kvittens" type="sam:KvittensTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M23 Kvittens. Lagrum: inget.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
