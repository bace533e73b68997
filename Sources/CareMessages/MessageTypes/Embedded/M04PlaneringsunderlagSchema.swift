// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M04-planeringsunderlag.xsd. Do not edit; run the script again.

enum M04PlaneringsunderlagSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M04 Planeringsunderlag: vad en enhet behöver säga eller fråga de andra för att planera utskrivningen. Bilagor får följa med. Lag (2017:612) 2 kap. 6 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="PlaneradInsatsTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En insats som pågår eller planeras.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Insatsbeskrivning" type="sam:KortTextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad insatsen är. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AnsvarigOrganisation" type="sam:OrganisationsnummerTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Organisationen som svarar för insatsen. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AnsvarigEnhet" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som utför den. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Startdatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När insatsen börjar eller började. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="PlaneringsunderlagTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet eller det underlag som besvaras. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Underlagstyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad underlaget handlar om. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="PAGAENDE_INSATSER"/><xs:enumeration value="BEHOV"/><xs:enumeration value="HJALPMEDEL"/><xs:enumeration value="PLANERAD_HEMGANG"/>
            <xs:enumeration value="PLACERING"/><xs:enumeration value="FRAGA"/><xs:enumeration value="SVAR"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:choice>
        <xs:sequence>
          <xs:element name="Underlagstext" type="sam:BeskrivningTyp">
            <xs:annotation><xs:documentation xml:lang="sv">Underlaget i ord. Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 och 12 §§, 26 kap. 1 och 9 §§.</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="Insats" type="sam:PlaneradInsatsTyp" minOccurs="0" maxOccurs="30">
            <xs:annotation><xs:documentation xml:lang="sv">Insatser, en i taget. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
          </xs:element>
        </xs:sequence>
        <xs:element name="Insats" type="sam:PlaneradInsatsTyp" maxOccurs="30">
          <xs:annotation><xs:documentation xml:lang="sv">Insatser, en i taget, när ingen text behövs. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
        </xs:element>
      </xs:choice>
      <xs:element name="PlaneradHemgang" type="sam:DatumEllerTidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Planerad hemgång. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placering" type="sam:PlaceringTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Placering utanför hemmet. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Planeringsunderlag" type="sam:PlaneringsunderlagTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M04 Planeringsunderlag. Lagrum: lag (2017:612) 2 kap. 6 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
