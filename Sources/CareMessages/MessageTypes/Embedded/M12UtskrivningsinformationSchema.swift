// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M12-utskrivningsinformation.xsd. Do not edit; run the script again.

enum M12UtskrivningsinformationSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M12 Utskrivningsinformation: vad de som tar över behöver veta, senast samma dag som patienten skrivs ut, om sekretess inte hindrar. Lag (2017:612) 3 kap. 2 §.</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="placering.xsd"/>

  <xs:complexType name="UtskrivenTillTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vart patienten kommer.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Utskrivningsform">
        <xs:annotation><xs:documentation xml:lang="sv">Slag av boende eller enhet. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="HEM"/><xs:enumeration value="FAMILJEHEM"/><xs:enumeration value="HVB"/><xs:enumeration value="SIS"/>
            <xs:enumeration value="ANNAN_VARDENHET"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="MottagandeEnhet" type="sam:NamnTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Namn på hemmet eller vårdenheten. Förbjuden när patienten har skydd (regel E09). Lagrum: lag (2017:612) 3 kap. 2 §; LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vistelsekommun" type="sam:KommunkodTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunen dit patienten kommer. Förbjuden när patienten har skydd (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Vistelseadress" type="sam:AdressTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Adressen dit patienten kommer, bara när den behövs. Förbjuden när patienten har skydd (regel E09). Lagrum: LVU (1990:52) 14 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="UtskrivningsinformationTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill anger inskrivningsmeddelandet eller underrättelsen om utskrivningsklar. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Utskriven" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När patienten skrivs ut; informationen lämnas senast samma dag (regel W1201). Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="UtskrivenTill" type="sam:UtskrivenTillTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vart patienten kommer. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Placeringskommun" type="sam:KommunkodTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunen som placerat patienten och behåller ansvaret. Lagrum: socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Sammanfattning" type="sam:BeskrivningTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Sammanfattning och utvärdering av vården. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="PagaendeBehandling" type="sam:BeskrivningTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Behandling som fortsätter. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Lakemedelsinformation" type="sam:BeskrivningTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Var läkemedelsinformationen finns, eller vad den säger. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Egenvard" type="sam:BeskrivningTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad patienten eller de närstående gör själva. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Uppfoljning" type="sam:BeskrivningTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vem som följer upp vad, och när. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kontakt" type="sam:EnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som svarar på frågor. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Inskrivningsorsak" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Varför patienten skrevs in. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="StatusVidInskrivning" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Tillstånd vid inskrivningen. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AnsvarigPersonal" type="sam:PersonalTyp" minOccurs="0" maxOccurs="5">
        <xs:annotation><xs:documentation xml:lang="sv">De som ansvarat för vården. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Komplikationer" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Komplikationer under vården. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Halsotillstand" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Hälsotillstånd vid utskrivningen. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Funktionsformaga" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Funktionsförmåga vid utskrivningen. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="UpplevdHalsa" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Hälsa så som patienten upplever den. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Riskbedomning" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Bedömda risker. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Arbetsformaga" type="sam:BeskrivningTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Arbetsförmåga; för barn skolgång. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="Utskrivningsinformation" type="sam:UtskrivningsinformationTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M12 Utskrivningsinformation. Lagrum: lag (2017:612) 3 kap. 2 §.</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
