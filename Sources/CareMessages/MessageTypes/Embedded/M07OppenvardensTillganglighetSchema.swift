// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M07-oppenvardens-tillganglighet.xsd. Do not edit; run the script again.

enum M07OppenvardensTillganglighetSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M07 Öppenvårdens tillgänglighet: regionens öppna vård till den slutna vården och kommunen. Lagen låter tillgängligheten avgöra betalningsansvaret; att den meddelas är Slussens förslag. Lag (2017:612) 5 kap. 5 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="OppenvardensTillganglighetTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet, underrättelsen om utskrivningsklar eller underrättelsen om öppen tvångsvård (M11). Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="OppenvardTillganglig" type="sam:JaNejOklartTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Är insatserna tillgängliga? NEJ och OKLART hindrar betalningsansvar. Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Insats" type="sam:KortTextTyp" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">De insatser beskedet gäller, en i varje element. Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="GallerFran" type="sam:DatumEllerTidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Från när beskedet gäller. Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="OppenvardensTillganglighet" type="sam:OppenvardensTillganglighetTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M07 Öppenvårdens tillgänglighet. Lagrum: lag (2017:612) 5 kap. 5 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
