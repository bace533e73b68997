// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/placering.xsd. Do not edit; run the script again.

enum PlaceringSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Vårdens och placeringens former, gemensamma för flera meddelandetyper.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="grundtyper.xsd"/>
  <xs:include schemaLocation="identiteter.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:simpleType name="VardformTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vårdform: hälso- och sjukvårdslagen, rättspsykiatrisk eller psykiatrisk tvångsvård, sluten (LPT, LRV) eller öppen (OPT, ORV).</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="HSL"/><xs:enumeration value="LPT"/><xs:enumeration value="LRV"/><xs:enumeration value="OPT"/><xs:enumeration value="ORV"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="PlaceringslagrumTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Lagrum för placeringen, med socialtjänstlagens version: SOL_2001 till och med 2025-06-30, SOL_2025 därefter.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="SOL_2001"/><xs:enumeration value="SOL_2025"/><xs:enumeration value="LVU_2"/><xs:enumeration value="LVU_3"/>
      <xs:enumeration value="LVU_6"/><xs:enumeration value="LVU_11_2"/><xs:enumeration value="LSS_9_8"/><xs:enumeration value="LSU"/><xs:enumeration value="ANNAT"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="PlaceringsformTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Slag av hem enligt socialtjänstlagen (2025:400) 9 kap. (SoL2025), lag (1990:52) LVU och lag (1993:387) LSS.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="FAMILJEHEM"/><xs:enumeration value="SLAKTING_NATVERKSHEM"/><xs:enumeration value="JOURHEM"/>
      <xs:enumeration value="KONSULENTSTOTT_FAMILJEHEM"/><xs:enumeration value="HVB_KOMMUN"/><xs:enumeration value="HVB_ENSKILD"/>
      <xs:enumeration value="SIS"/><xs:enumeration value="STODBOENDE"/><xs:enumeration value="SKYDDAT_BOENDE"/>
      <xs:enumeration value="LSS_BOSTAD"/><xs:enumeration value="EGET_HEM"/><xs:enumeration value="ANNAT"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:complexType name="PlaceringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vad avsändaren vet om en placering utanför hemmet: vilken kommun som placerat, eller att ingen placering finns eller är känd.</xs:documentation></xs:annotation>
    <xs:choice>
      <xs:sequence>
        <xs:element name="Placeringskommun" type="sam:KommunkodTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Kommunen vars socialnämnd beslutat om placeringen och behåller ansvaret. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025); LVU (1990:52) 11 §.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Placeringsreferens" type="sam:UuidTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Id på placeringsmeddelandet (M20) som uppgiften kommer från. Lagrum: inget.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Placeringslagrum" type="sam:PlaceringslagrumTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Lagrum för placeringen. Lagrum: socialtjänstlagen (2025:400) 22 kap. (SoL2025); socialtjänstlagen (2001:453) 6 kap. (SoL2001); LVU (1990:52) 2, 3, 6 och 11 §§.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Placeringsform" type="sam:PlaceringsformTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Slag av hem. Lagrum: socialtjänstlagen (2025:400) 9 kap. 2, 4 och 6 §§ (SoL2025).</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Vistelsekommun" type="sam:KommunkodTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Kommunen där hemmet ligger. Förbjuden när patienten har skydd (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Vistelseadress" type="sam:AdressTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Hemmets adress, bara när den behövs. Förbjuden när patienten har skydd (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
        </xs:element>
      </xs:sequence>
      <xs:element name="Placeringsbesked">
        <xs:annotation><xs:documentation xml:lang="sv">EJ_PLACERAD när avsändaren vet att ingen placering finns, OKAND annars. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="EJ_PLACERAD"/><xs:enumeration value="OKAND"/></xs:restriction></xs:simpleType>
      </xs:element>
    </xs:choice>
  </xs:complexType>

  <xs:complexType name="BeslutadPlaceringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En placering som nämnden beslutat om (M14, M20): samma element som i PlaceringTyp, men kommun, lagrum och form krävs och adressen saknas.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Placeringskommun" type="sam:KommunkodTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunen vars socialnämnd beslutat och behåller ansvaret. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025); LVU (1990:52) 11 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placeringsreferens" type="sam:UuidTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Id på placeringsmeddelandet (M20). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placeringslagrum" type="sam:PlaceringslagrumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Lagrum för placeringen, med socialtjänstlagens version. Lagrum: socialtjänstlagen (2025:400) 22 kap. (SoL2025); socialtjänstlagen (2001:453) 6 kap. (SoL2001); LVU (1990:52) 2, 3, 6 och 11 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placeringsform" type="sam:PlaceringsformTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Slag av hem. Lagrum: lag (2017:209) 1 §; socialtjänstlagen (2025:400) 9 kap. 2, 4 och 6 §§ (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vistelsekommun" type="sam:KommunkodTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunen där hemmet ligger. Förbjuden när patienten har skydd (regel E09); i M20 krävs den annars (regel E2004). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="VardnadshavareTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Kontakt med vårdnadshavare.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Vardnadshavarenamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Namn. Lagrum: inget; behöver egen grund (offentlighets- och sekretesslagen 2009:400, 25 kap. 1 §).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon. Lagrum: inget; behöver egen grund (offentlighets- och sekretesslagen 2009:400, 25 kap. 1 §).</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:schema>

"""#
}
