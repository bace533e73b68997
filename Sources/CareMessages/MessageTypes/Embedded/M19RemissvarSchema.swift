// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M19-remissvar.xsd. Do not edit; run the script again.

enum M19RemissvarSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M19 Remissvar: svaret på remissens fråga, helt eller delvis.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:complexType name="RemissvarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger remissen (M17). Lagrum: offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §, 25 kap. 12 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: patientdatalagen (2008:355) 3 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Svarstyp">
        <xs:annotation><xs:documentation xml:lang="sv">DELSVAR när mer kommer, SLUTSVAR annars. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="DELSVAR"/><xs:enumeration value="SLUTSVAR"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Svarsdatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då svaret skrevs. Lagrum: patientdatalagen (2008:355) 3 kap. 6 § (när anteckningen gjordes).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Svarande" type="sam:PersonalTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den som svarar. Lagrum: patientdatalagen (2008:355) 3 kap. 6 § (vem som gjort anteckningen).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Svar" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Svaret på frågeställningen; får inte vara tomt (regel E1901). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Remissvar" type="sam:RemissvarTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M19 Remissvar. Lagrum: inget.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
