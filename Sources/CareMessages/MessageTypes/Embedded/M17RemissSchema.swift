// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M17-remiss.xsd. Do not edit; run the script again.

enum M17RemissSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M17 Remiss: begäran om vård hos barn- och ungdomspsykiatri, habilitering, tandvård eller primärvård.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:complexType name="RemittentTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Den som remitterar.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Remittentnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="HsaId" type="sam:HsaIdTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Personens HSA-id. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Yrke" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Yrke eller befattning. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Legitimerad" type="xs:boolean">
        <xs:annotation><xs:documentation xml:lang="sv">Är remittenten legitimerad för yrke inom hälso- och sjukvården? Nej ger varning W1701 (egenremiss eller remiss från socialtjänst).
          Lagrum: patientsäkerhetslagen (2010:659) 4 kap.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon till remittenten. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="DiagnosTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En diagnos enligt ICD-10-SE.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Diagnoskod">
        <xs:annotation><xs:documentation xml:lang="sv">Kod ur ICD-10-SE (1.2.752.116.1.1.1.1.3). Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[A-Z]\d{2}(\.?[0-9A-Z]{1,4})?"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Diagnostext" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Diagnosen i ord. Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="RemissTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Remissens innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; Svarsadress anger vart svaret ska. Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: patientdatalagen (2008:355) 3 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Fragestallning" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad remittenten frågar efter; får inte vara tom (regel E1701). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Bakgrund" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Bakgrund och det som redan gjorts. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Prioritet">
        <xs:annotation><xs:documentation xml:lang="sv">AKUT, SNAR eller PLANERAD. Akut kräver att mottagaren redan är ringd (regel E1702). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="AKUT"/><xs:enumeration value="SNAR"/><xs:enumeration value="PLANERAD"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Telefonbekraftad" type="xs:boolean" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Sant när mottagaren bekräftat den akuta remissen på telefon. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Remittent" type="sam:RemittentTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den som remitterar. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Diagnos" type="sam:DiagnosTyp" minOccurs="0" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">Kända diagnoser. Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Lakemedel" type="sam:KortTextTyp" minOccurs="0" maxOccurs="50">
        <xs:annotation><xs:documentation xml:lang="sv">Pågående läkemedel, ett per element. Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="SipReferens" type="sam:UuidTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Id på den samordnade individuella plan (M10) som remissen hör till. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8 § (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Remiss" type="sam:RemissTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M17 Remiss. Lagrum: offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §, 12 kap. 2 § (grunden för att lämna uppgifterna).</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
