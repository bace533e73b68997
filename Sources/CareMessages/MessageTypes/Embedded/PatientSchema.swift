// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/patient.xsd. Do not edit; run the script again.

enum PatientSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Patienten. Skyddade personuppgifter är en regel och inte ett undantag: skydd anges alltid, och namn, kommun och adress kan ersättas av en markering.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="grundtyper.xsd"/>
  <xs:include schemaLocation="identiteter.xsd"/>

  <xs:simpleType name="SkyddTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Slag av skydd. INGEN står alltid ensamt.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="INGEN"/>
      <xs:enumeration value="SEKRETESSMARKERING"><xs:annotation><xs:documentation xml:lang="sv">Varning i folkbokföringen om att uppgifter kan vara känsliga (OSL 22 kap. 1 §).</xs:documentation></xs:annotation></xs:enumeration>
      <xs:enumeration value="SKYDDAD_FOLKBOKFORING"><xs:annotation><xs:documentation xml:lang="sv">Folkbokförd på annan ort än bostaden (folkbokföringslagen 16–17 §§; för barn som vårdas enligt LVU 2 § på socialnämndens ansökan, 30 §).</xs:documentation></xs:annotation></xs:enumeration>
      <xs:enumeration value="FINGERAD"><xs:annotation><xs:documentation xml:lang="sv">Fingerade personuppgifter (lag 1991:483).</xs:documentation></xs:annotation></xs:enumeration>
      <xs:enumeration value="HEMLIG_VISTELSEORT"><xs:annotation><xs:documentation xml:lang="sv">Nämnden har beslutat att vistelseorten inte röjs för vårdnadshavare (LVU 14 § andra stycket 2).</xs:documentation></xs:annotation></xs:enumeration>
    </xs:restriction>
  </xs:simpleType>

  <xs:complexType name="NamnuppgiftTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Patientens namn.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Fornamn" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Förnamn. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Efternamn" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Efternamn. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="AdressTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Svensk postadress.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="CareOf" type="sam:RadTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">c/o. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Utdelningsadress" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Gata och nummer eller box. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Postnummer">
        <xs:annotation><xs:documentation xml:lang="sv">Fem siffror utan blanktecken. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="\d{5}"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Postort" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Postort. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AdressKommunkod" type="sam:KommunkodTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunen som adressen ligger i; jämförs med folkbokföringskommunen (regel W02). Lagrum: folkbokföringslagen (1991:481) 6–7 §§.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="PatientTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Patienten, så mycket som varje meddelande behöver.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Patientid" type="sam:PatientidTyp" maxOccurs="5">
        <xs:annotation><xs:documentation xml:lang="sv">En till fem beteckningar; den första är den primära. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:choice>
        <xs:element name="Namn" type="sam:NamnuppgiftTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Patientens namn. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Namnmarkering">
          <xs:annotation><xs:documentation xml:lang="sv">Står i stället för namnet när patienten har skydd. Lagrum: offentlighets- och sekretesslagen (2009:400) 22 kap. 1 §.</xs:documentation></xs:annotation>
          <xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="SKYDDAD"/></xs:restriction></xs:simpleType>
        </xs:element>
      </xs:choice>
      <xs:element name="Fodelsedatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Födelsedatum; avgör åldersgränserna 18 och 21 år. Lagrum: folkbokföringslagen (1991:481) 18 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Skydd" type="sam:SkyddTyp" maxOccurs="4">
        <xs:annotation><xs:documentation xml:lang="sv">Slag av skydd, alltid minst ett värde. Lagrum: offentlighets- och sekretesslagen (2009:400) 22 kap. 1–2 §§; folkbokföringslagen (1991:481) 16–17 §§;
          lag (1991:483) om fingerade personuppgifter; LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:choice>
        <xs:element name="Folkbokforingskommun" type="sam:KommunkodTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Kommunen där patienten är folkbokförd; den som i regel betalar. För ett placerat barn ofta en annan än placeringskommunen.
            Lagrum: lag (2017:612) 5 kap. 2 §.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="FolkbokforingskommunSaknas">
          <xs:annotation><xs:documentation xml:lang="sv">Varför ingen kommun anges. Lagrum: lag (2008:344) 3 och 5 §§ (asylsökande); offentlighets- och sekretesslagen (2009:400) 22 kap. 1 § (skyddad).</xs:documentation></xs:annotation>
          <xs:simpleType>
            <xs:restriction base="xs:token">
              <xs:enumeration value="ASYLSOKANDE"/><xs:enumeration value="UTLANDET"/><xs:enumeration value="OKAND"/><xs:enumeration value="SKYDDAD"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:element>
      </xs:choice>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="InskrivenPatientTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Patienten med den folkbokföringsadress som inskrivningsmeddelandet kräver.</xs:documentation></xs:annotation>
    <xs:complexContent>
      <xs:extension base="sam:PatientTyp">
        <xs:choice>
          <xs:element name="Folkbokforingsadress" type="sam:AdressTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Folkbokföringsadress. Förbjuden när patienten har skydd (regel E09). Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="Adressmarkering">
            <xs:annotation><xs:documentation xml:lang="sv">Står i stället för adressen: SKYDDAD, SKATTEVERKETS_FORMEDLING (post går genom Skatteverkets förmedlingsuppdrag) eller SAKNAS (skriven på kommunen, asylsökande).
              Ingen adresstext kan följa med. Lagrum: lag (2017:612) 2 kap. 2 §; offentlighets- och sekretesslagen (2009:400) 22 kap. 1 §.</xs:documentation></xs:annotation>
            <xs:simpleType>
              <xs:restriction base="xs:token">
                <xs:enumeration value="SKYDDAD"/><xs:enumeration value="SKATTEVERKETS_FORMEDLING"/><xs:enumeration value="SAKNAS"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:element>
        </xs:choice>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
</xs:schema>

"""#
}
