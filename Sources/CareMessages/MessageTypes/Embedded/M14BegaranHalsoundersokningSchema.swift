// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M14-begaran-halsoundersokning.xsd. Do not edit; run the script again.

enum M14BegaranHalsoundersokningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M14 Begäran om hälsoundersökning: socialnämnden till regionens enhet för varje del, i anslutning till placeringen. Lag (2017:209) 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>
  <xs:include schemaLocation="deltagare.xsd"/>
  <xs:include schemaLocation="halsoundersokning.xsd"/>

  <xs:complexType name="KallelseadressTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vart kallelsen till undersökningen ska skickas.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kallelsemottagare">
        <xs:annotation><xs:documentation xml:lang="sv">Vem som tar emot kallelsen. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="SOCIALTJANST"/><xs:enumeration value="HEMMET"/><xs:enumeration value="VARDNADSHAVARE"/>
            <xs:enumeration value="DEN_UNGE"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Mottagarnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Namn på den som tar emot. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Postadress" type="sam:AdressTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Postadress. När patienten har skydd bara till socialtjänsten (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="BegaranHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; begäran börjar ett eget ärende. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placeringsstart" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då vården utanför hemmet börjar; saknas den vägrar regel E1402. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placering" type="sam:BeslutadPlaceringTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Placeringen. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vistelseregion" type="sam:LanskodTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Länskod för regionen där barnet vistas och undersöks. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kallelse" type="sam:KallelseadressTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vart kallelsen ska. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BegardDel" type="sam:UndersokningsdelTyp" maxOccurs="3">
        <xs:annotation><xs:documentation xml:lang="sv">Delar som begärs, en till tre. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Handlaggare" type="sam:YrkespersonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Socialtjänstens handläggare. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="TidigareEnhet" type="sam:NamnTyp" minOccurs="0" maxOccurs="10">
        <xs:annotation><xs:documentation xml:lang="sv">Enheter som tidigare vårdat barnet och har journal, en per element. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19), 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="SenastUndersokt" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen för den senaste hälsoundersökningen; mindre än tolv månader ger varning W1401. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardnadshavare" type="sam:VardnadshavareTyp" minOccurs="0" maxOccurs="2">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdnadshavare och hur de nås; utan annan grund än uppgiftsskyldighet varnar regel W11. Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Samtycke" type="sam:SamtyckeTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Samtycke till undersökningen och till att hämta journaler; för den som fyllt 18 eget (regel W1403). Lagrum: patientlagen (2014:821) 4 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="LakarundersokningLVU32" type="xs:boolean" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Sant när nämnden också beslutat om läkarundersökning enligt LVU 32 §, som är en annan undersökning. Lagrum: LVU (1990:52) 32 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Sprak" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Språk när tolk behövs, som språkkod (sv, ar, fa-AF). Lagrum: förvaltningslagen (2017:900) 13 §.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[a-z]{2,3}(-[A-Z]{2})?"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Bakgrund" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Bakgrund som undersökaren behöver. Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="BegaranHalsoundersokning" type="sam:BegaranHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M14 Begäran om hälsoundersökning. Lagrum: lag (2017:209) 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
