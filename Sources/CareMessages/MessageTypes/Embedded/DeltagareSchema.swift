// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/deltagare.xsd. Do not edit; run the script again.

enum DeltagareSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Enheter och personer i tjänsten som kallas, deltar, ansvarar eller svarar.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="kuvert.xsd"/>

  <xs:complexType name="BerordEnhetTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En enhet som kallas till ett möte, ansvarar för en insats eller justerar en plan.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Organisationsnummer" type="sam:OrganisationsnummerTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens organisation. Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:group ref="sam:HuvudmansKod" minOccurs="0"/>
      <xs:element name="HsaId" type="sam:HsaIdTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten i HSA-katalogen. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Enhetsnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens namn, för läsaren. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Roll" type="sam:RollTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens roll. Lagrum: lag (2017:612) 1 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="YrkespersonTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En person i tjänsten: namn, yrke eller befattning och hur man når den.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Personalnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Personens namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="HsaId" type="sam:HsaIdTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Personens HSA-id. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Yrke" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Yrke eller befattning. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon till personen. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:schema>

"""#
}
