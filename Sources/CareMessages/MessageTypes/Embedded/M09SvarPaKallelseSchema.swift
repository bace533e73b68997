// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M09-svar-pa-kallelse.xsd. Do not edit; run the script again.

enum M09SvarPaKallelseSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M09 Svar på kallelse: en kallad enhet svarar den som kallat. Slussens förslag; Lag (2017:612) 4 kap. 3 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="deltagare.xsd"/>

  <xs:complexType name="SvarPaKallelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger kallelsen (M08). Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Svar">
        <xs:annotation><xs:documentation xml:lang="sv">JA, NEJ eller FORESLAR_TID. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="JA"/><xs:enumeration value="NEJ"/><xs:enumeration value="FORESLAR_TID"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="ForeslagenTid" type="sam:TidpunktTyp" minOccurs="0" maxOccurs="5">
        <xs:annotation><xs:documentation xml:lang="sv">Andra tider som passar; minst en när svaret är FORESLAR_TID (regel E901). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Deltagare" type="sam:YrkespersonTyp" minOccurs="0" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">De som kommer från enheten; minst en när svaret är JA (regel E902). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kommentar" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Något mer till den som kallat. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="SvarPaKallelse" type="sam:SvarPaKallelseTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M09 Svar på kallelse. Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
