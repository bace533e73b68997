// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M08-kallelse-till-sip.xsd. Do not edit; run the script again.

enum M08KallelseTillSipSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M08 Kallelse till SIP: den fasta vårdkontakten i regional öppenvård kallar de berörda enheterna, senast tre dagar efter underrättelsen om utskrivningsklar. Lag (2017:612) 4 kap. 1 och 3 §§.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>
  <xs:include schemaLocation="deltagare.xsd"/>

  <xs:complexType name="KallelseTillSipTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger underrättelsen om utskrivningsklar (M05), och saknas eller anger ärendets början när kallelsen inte gäller utskrivning. Ändrad kallelse: samma typ med Ersatter. Lagrum: lag (2017:612) 4 kap. 1 och 3 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 4 kap. 1 och 3 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Motesstart" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När mötet börjar. Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Motesslut" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När mötet slutar. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Motesform">
        <xs:annotation><xs:documentation xml:lang="sv">FYSISKT, VIDEO eller TELEFON. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="FYSISKT"/><xs:enumeration value="VIDEO"/><xs:enumeration value="TELEFON"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Motesplats" type="sam:KortTextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Plats, länk eller telefonnummer. Aldrig hemmets adress när patienten har skydd. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Sammankallande" type="sam:YrkespersonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den som kallar; efter sluten vård den fasta vårdkontakten. Lagrum: lag (2017:612) 4 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kallad" type="sam:BerordEnhetTyp" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">De kallade enheterna, en per element. Lagrum: lag (2017:612) 4 kap. 1 och 3 §§.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Samtycke" type="sam:SamtyckeTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patientens samtycke till planen; annat än JA ger varning W802. Lagrum: lag (2017:612) 4 kap. 2 § (planen görs bara om patienten samtycker).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vardform" type="sam:VardformTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdform. Vid OPT och ORV görs i stället samordnad vårdplan (M11, regel E803). Lagrum: lag (2017:612) 4 kap. 1 § andra stycket.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Syfte" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vad mötet ska leda till. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="BarnetsInstallning" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vad barnet självt säger om mötet och sina behov. Lagrum: barnkonventionen (lag 2018:1197) artikel 12.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="KalladVardnadshavare" type="sam:VardnadshavareTyp" minOccurs="0" maxOccurs="2">
        <xs:annotation><xs:documentation xml:lang="sv">Vårdnadshavare som bjuds in. Lagrum: inget; behöver egen grund.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="OnskatUnderlag" type="sam:KortTextTyp" minOccurs="0" maxOccurs="20">
        <xs:annotation><xs:documentation xml:lang="sv">Underlag som önskas till mötet, ett per element. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="KallelseTillSip" type="sam:KallelseTillSipTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M08 Kallelse till SIP. Lagrum: lag (2017:612) 4 kap. 1 och 3 §§.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
