// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M03-fast-vardkontakt-utsedd.xsd. Do not edit; run the script again.

enum M03FastVardkontaktUtseddSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M03 Fast vårdkontakt utsedd: regionens öppna vård till den slutna vården och kommunen. Lagen kräver att kontakten utses före utskrivningen; att det meddelas är Slussens förslag. Lag (2017:612) 2 kap. 5 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="FastVardkontaktUtseddTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardkontakt" type="sam:PersonalTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den som är utsedd. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Yrkesroll" type="sam:RadTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den utseddes yrke eller uppgift. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Enhet" type="sam:EnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten i den öppna vården och telefon till kontakten; en mottagare av inskrivningsmeddelandet (regel E301). Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Utsedd" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då kontakten utsågs. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="FastVardkontaktUtsedd" type="sam:FastVardkontaktUtseddTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M03 Fast vårdkontakt utsedd. Lagrum: lag (2017:612) 2 kap. 5 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
