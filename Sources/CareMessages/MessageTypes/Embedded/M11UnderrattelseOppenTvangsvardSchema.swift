// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M11-underrattelse-oppen-tvangsvard.xsd. Do not edit; run the script again.

enum M11UnderrattelseOppenTvangsvardSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M11 Underrättelse om öppen tvångsvård med samordnad vårdplan. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="UnderrattelseOppenTvangsvardTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="UnderrattelseOppenTvangsvard" type="sam:UnderrattelseOppenTvangsvardTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M11 Underrättelse om öppen tvångsvård med samordnad vårdplan. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
