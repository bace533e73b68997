// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M11-underrattelse-oppen-tvangsvard.xsd. Do not edit; run the script again.

enum M11UnderrattelseOppenTvangsvardSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M11 Underrättelse om öppen tvångsvård med samordnad vårdplan: chefsöverläkaren till berörda enheter. Underrättelsen gäller också som underrättelse om utskrivningsklar. LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>
  <xs:include schemaLocation="plan.xsd"/>

  <xs:complexType name="UnderrattelseOppenTvangsvardTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill kan ange inskrivningsmeddelandet (M01) eller en tidigare underrättelse (M11). Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §; lag (2017:612) 3 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardform" type="sam:VardformTyp">
        <xs:annotation><xs:documentation xml:lang="sv">OPT eller ORV, eller den slutna tvångsvård som ansökan gäller; HSL vägras (regel E1101). Lagrum: lag (2017:612) 4 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Beslutstid" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När beslutet fattades eller ansökan gjordes. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Beslutstyp">
        <xs:annotation><xs:documentation xml:lang="sv">ANSOKT, MEDGIVEN (av förvaltningsrätten), BESLUTAD eller UPPHORT. Lagrum: LPT (1991:1128) 7 och 7 a §§; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="ANSOKT"/><xs:enumeration value="MEDGIVEN"/><xs:enumeration value="BESLUTAD"/>
            <xs:enumeration value="UPPHORT"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Beslutsnummer" type="sam:RadTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Beslutets beteckning. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Chefsoverlakare" type="sam:PersonalTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Chefsöverläkaren som underrättar. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Plan" type="sam:PlanTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Den samordnade vårdplanen; saknas den varnas mottagaren, utom när vården upphört (regel W1102). Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
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
