// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M05-utskrivningsklar.xsd. Do not edit; run the script again.

enum M05UtskrivningsklarSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M05 Underrättelse om utskrivningsklar: den slutna vården till alla berörda enheter, så snart som möjligt. Lag (2017:612) 3 kap. 1 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="UtskrivningsklarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Underrättelsens innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet. Lagrum: lag (2017:612) 3 kap. 1 §, 5 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 3 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Bedomningstid" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När läkaren bedömde patienten som utskrivningsklar. Lagrum: lag (2017:612) 1 kap. 3 §, 3 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BedomandeLakare" type="sam:PersonalTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Behandlande läkare som gjort bedömningen. Lagrum: lag (2017:612) 1 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="SipBehov" type="sam:JaNejOklartTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Behövs samordnad individuell planering? Lagrum: lag (2017:612) 4 kap. 1 §, 5 kap. 3 § 3.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="OppenvardTillganglig" type="sam:JaNejOklartTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Är den regionala öppna vårdens insatser tillgängliga? NEJ och OKLART hindrar betalningsansvar (regel W502). Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="PlaneradHemgang" type="sam:DatumEllerTidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Planerad hemgång. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardform" type="sam:VardformTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdform. Lagrum: lag (2017:612) 3 kap. 1 § andra stycket; lag (1991:1128) LPT 7 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Beslutsnummer" type="sam:RadTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Beslutets beteckning vid tvångsvård. Lagrum: lag (1991:1128) LPT 7 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Utskrivningsklar" type="sam:UtskrivningsklarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M05 Underrättelse om utskrivningsklar. Lagrum: lag (2017:612) 3 kap. 1 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
