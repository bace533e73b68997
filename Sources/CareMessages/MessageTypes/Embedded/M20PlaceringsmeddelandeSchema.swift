// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M20-placeringsmeddelande.xsd. Do not edit; run the script again.

enum M20PlaceringsmeddelandeSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M20 Placeringsmeddelande: socialnämnden säger till regionen där barnet vistas att en placering börjar, ändras eller slutar, så att vården vet vilken kommun som ansvarar. Ingen lag kräver meddelandet; det skickas bara där parterna avtalat det.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="MeddeladPlaceringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En beslutad placering, med hemmets adress när mottagaren behöver den.</xs:documentation></xs:annotation>
    <xs:complexContent>
      <xs:extension base="sam:BeslutadPlaceringTyp">
        <xs:sequence>
          <xs:element name="Vistelseadress" type="sam:AdressTyp" minOccurs="0">
            <xs:annotation><xs:documentation xml:lang="sv">Hemmets adress, bara när mottagaren behöver den. Förbjuden när barnet har skydd (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
          </xs:element>
        </xs:sequence>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>

  <xs:complexType name="PlaceringsmeddelandeTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; grunden är i regel 26 kap. 9 §, samtycke eller 10 kap. 2 § (regel W2002). Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §, 12 kap. 2 §, 10 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Barnet eller den unge. Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Handelse">
        <xs:annotation><xs:documentation xml:lang="sv">START, ANDRING eller SLUT. Lagrum: LVU (1990:52) 11 §; socialtjänstlagen (2025:400) 22 kap. (SoL2025).</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="START"/><xs:enumeration value="ANDRING"/><xs:enumeration value="SLUT"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Handelsedatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då placeringen börjar, ändras eller slutar. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Startdatum" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då placeringen började, vid ANDRING och SLUT när den är känd; får inte vara senare än händelsen (regel E2001). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placering" type="sam:MeddeladPlaceringTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Placeringen. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025); LVU (1990:52) 11 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AnsvarigEnhet" type="sam:MottagareTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten i placeringskommunen som meddelanden om barnet ska gå till. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon till enheten på kontorstid. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Jourtelefon" type="sam:TelefonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon till socialjouren övrig tid. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Placeringsmeddelande" type="sam:PlaceringsmeddelandeTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M20 Placeringsmeddelande. Lagrum: inget.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
