// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M01-inskrivningsmeddelande.xsd. Do not edit; run the script again.

enum M01InskrivningsmeddelandeSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M01 Inskrivningsmeddelande: den slutna vården till berörda enheter i kommunen och regionens öppna vård, inom 24 timmar. Lag (2017:612) 2 kap. 1–3 §§.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="BedomtBehovTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vilka insatser läkaren bedömer att patienten kan komma att behöva efter utskrivningen.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Behov" maxOccurs="3">
        <xs:annotation><xs:documentation xml:lang="sv">Ett till tre slag av insatser. KOMMUNAL_HSL kräver också regional öppenvård som mottagare (regel E102). Lagrum: lag (2017:612) 2 kap. 1 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="SOCIALTJANST"/><xs:enumeration value="KOMMUNAL_HSL"/><xs:enumeration value="REGIONAL_OPPENVARD"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="InskrivningsmeddelandeTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Inskrivningsmeddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet. Lagrum: lag (2017:612) 2 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:InskrivenPatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten med folkbokföringsadress. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Inskriven" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När patienten skrevs in; de 24 timmarna räknas härifrån. Lagrum: lag (2017:612) 2 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BehovBedomt" type="sam:TidpunktTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">När behovet bedömdes, om det skedde efter inskrivningen; då räknas 24 timmar härifrån. Lagrum: lag (2017:612) 2 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BeraknadUtskrivning" type="sam:DatumEllerTidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Beräknad tidpunkt för utskrivning. Lagrum: lag (2017:612) 2 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BedomtBehov" type="sam:BedomtBehovTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Läkarens bedömning av behovet. Lagrum: lag (2017:612) 2 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Avdelning" type="sam:EnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Avdelningen där patienten vårdas och hur den nås. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardform" type="sam:VardformTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdform; behöver egen grund (regel E12). Lagrum: lag (1991:1128) LPT, lag (1991:1129) LRV.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placering" type="sam:PlaceringTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Placering utanför hemmet; behöver egen grund (regel E12), för den som är under 18 år i regel OSL 25 kap. 12 §.
          Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 12 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardnadshavare" type="sam:VardnadshavareTyp" minOccurs="0" maxOccurs="2">
        <xs:annotation><xs:documentation xml:lang="sv">Kontakt med vårdnadshavare; behöver egen grund (regel E12). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 och 3 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BehandlandeLakare" type="sam:PersonalTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Läkaren som gjort bedömningen; behöver egen grund (regel E12). Lagrum: lag (2017:612) 2 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Sprak" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Språk när tolk behövs, som språkkod (sv, ar, fa-AF); behöver egen grund (regel E12). Lagrum: förvaltningslagen (2017:900) 13 §.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[a-z]{2,3}(-[A-Z]{2})?"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Inskrivningsorsak" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kort om orsaken; behöver egen grund (regel E12). Lagrum: offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Inskrivningsmeddelande" type="sam:InskrivningsmeddelandeTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M01 Inskrivningsmeddelande. Lagrum: lag (2017:612) 2 kap. 1–3 §§.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
