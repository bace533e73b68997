// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M16-utlatande-halsoundersokning.xsd. Do not edit; run the script again.

enum M16UtlatandeHalsoundersokningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M16 Utlåtande efter hälsoundersökning: regionens enhet till socialnämnden. Socialstyrelsens föreskrifter (HSLF-FS 2019:19); lag (2017:209) 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="deltagare.xsd"/>
  <xs:include schemaLocation="halsoundersokning.xsd"/>

  <xs:complexType name="UndersoktDelTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En del av undersökningen: undersökt med bedömning, eller inte undersökt med orsak.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Del" type="sam:UndersokningsdelTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vilken del. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:choice>
        <xs:sequence>
          <xs:element name="Undersokningsdatum" type="sam:DatumTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Dagen då delen undersöktes. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="Bedomning" type="sam:TextTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Medicinsk eller odontologisk bedömning. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="Vardbehov" type="sam:JaNejOklartTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Behövs vård eller tandvård? Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="Undersokare" type="sam:YrkespersonTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Den som undersökte. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
          </xs:element>
        </xs:sequence>
        <xs:sequence>
          <xs:element name="EjUndersoktOrsak">
            <xs:annotation><xs:documentation xml:lang="sv">Varför delen inte undersökts; utan orsak vägrar regel E1601. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
            <xs:simpleType>
              <xs:restriction base="xs:token">
                <xs:enumeration value="EJ_BEGARD"/><xs:enumeration value="ANNAN_UTFORARE"/><xs:enumeration value="AVBOJD"/>
                <xs:enumeration value="UTEBLEV"/><xs:enumeration value="ANNAT"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:element>
          <xs:element name="EjUndersoktText" type="sam:KortTextTyp" minOccurs="0">
            <xs:annotation><xs:documentation xml:lang="sv">Orsaken i ord. Lagrum: inget.</xs:documentation></xs:annotation>
          </xs:element>
        </xs:sequence>
      </xs:choice>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="SkickadRemissTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En remiss som utlåtandet lett till.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Remissmottagare" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som remissen gått till. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Remissreferens" type="sam:UuidTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Remissens meddelandeid (M17), när den gått genom Sluss. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="UtlatandeHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger begäran (M14). Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19); lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19); lag (2017:209) 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Utlatandedatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Utlåtandets datum. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="UndersoktDel" type="sam:UndersoktDelTyp" maxOccurs="3">
        <xs:annotation><xs:documentation xml:lang="sv">En till tre delar. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="RekommenderadeAtgarder" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad vården och socialnämnden bör göra; tom när inget behövs. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="SkickadRemiss" type="sam:SkickadRemissTyp" minOccurs="0" maxOccurs="10">
        <xs:annotation><xs:documentation xml:lang="sv">Remisser som skickats, en per element. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="UtlatandeHalsoundersokning" type="sam:UtlatandeHalsoundersokningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M16 Utlåtande efter hälsoundersökning. Lagrum: Socialstyrelsens föreskrifter (HSLF-FS 2019:19); lag (2017:209) 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
