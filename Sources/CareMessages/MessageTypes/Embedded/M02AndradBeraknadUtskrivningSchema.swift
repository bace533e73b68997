// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M02-andrad-beraknad-utskrivning.xsd. Do not edit; run the script again.

enum M02AndradBeraknadUtskrivningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M02 Ändrad beräknad utskrivning: den slutna vården till dem som fått inskrivningsmeddelandet, så snart det är möjligt. Lag (2017:612) 2 kap. 4 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="AndradBeraknadUtskrivningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet. Lagrum: lag (2017:612) 2 kap. 4 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 2 kap. 4 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="NyBeraknadUtskrivning" type="sam:DatumEllerTidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den nya beräknade tidpunkten; en annan än den som gällde (regel E201). Lagrum: lag (2017:612) 2 kap. 4 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Andringsorsak" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kort om orsaken; behöver en egen grund utöver uppgiftsskyldigheten (regel E12). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="AndradBeraknadUtskrivning" type="sam:AndradBeraknadUtskrivningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M02 Ändrad beräknad utskrivning. Lagrum: lag (2017:612) 2 kap. 4 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
