// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M22-makulering.xsd. Do not edit; run the script again.

enum M22MakuleringSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M22 Makulering eller rättelse: avsändaren till ett tidigare meddelande drar tillbaka det. Mottagarna bevarar det gamla, märkt som tillbakadraget.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>

  <xs:complexType name="MakuleringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger meddelandet som dras tillbaka. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Makuleringstyp">
        <xs:annotation><xs:documentation xml:lang="sv">MAKULERAD (gäller inte), RATTAD (ett nytt meddelande träder i dess ställe) eller ATERTAGEN_KALLELSE (kallelsen till SIP är inställd). Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="MAKULERAD"/><xs:enumeration value="RATTAD"/><xs:enumeration value="ATERTAGEN_KALLELSE"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Orsak" type="sam:KortTextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Varför meddelandet dras tillbaka. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="NyttMeddelandeid" type="sam:UuidTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Id på meddelandet som träder i stället; krävs vid RATTAD (regel E2204). Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Makulering" type="sam:MakuleringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M22 Makulering eller rättelse. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
