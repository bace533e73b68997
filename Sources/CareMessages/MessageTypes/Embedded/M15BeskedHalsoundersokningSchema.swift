// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M15-besked-halsoundersokning.xsd. Do not edit; run the script again.

enum M15BeskedHalsoundersokningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M15 Besked om hälsoundersökning: regionens enhet till socialnämnden. Slussens förslag; Lag (2017:209) 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="halsoundersokning.xsd"/>

  <xs:complexType name="VidaresandTillTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Enheten som begäran skickats vidare till.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Organisationsnummer" type="sam:OrganisationsnummerTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Organisationen. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Enhetsnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="BeskedHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger begäran (M14). Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Beskedstyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad som hänt med begäran. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="MOTTAGEN"/><xs:enumeration value="BOKAD"/><xs:enumeration value="FEL_MOTTAGARE"/>
            <xs:enumeration value="AVBOJD_AV_BARN"/><xs:enumeration value="UTEBLEV"/><xs:enumeration value="VIDARESAND"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="BerordDel" type="sam:UndersokningsdelTyp" minOccurs="0" maxOccurs="3">
        <xs:annotation><xs:documentation xml:lang="sv">Delar som beskedet gäller; utan uppgift alla som begärts. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BokadTid" type="sam:TidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Bokad tid; krävs när beskedet är BOKAD (regel E1501). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Undersokningsenhet" type="sam:EnhetTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten där barnet undersöks. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="VidaresandTill" type="sam:VidaresandTillTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som tagit över; krävs när beskedet är VIDARESAND (regel E1502). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kommentar" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Något mer till socialnämnden. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="BeskedHalsoundersokning" type="sam:BeskedHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M15 Besked om hälsoundersökning. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
