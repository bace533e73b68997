// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/plan.xsd. Do not edit; run the script again.

enum PlanSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Planens innehåll, lika i den samordnade individuella planen (M10) och den samordnade vårdplanen vid öppen tvångsvård (M11).</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="deltagare.xsd"/>

  <xs:complexType name="InsatsTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En insats i planen.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Insatsbeskrivning" type="sam:KortTextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Vad som ska göras. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025); LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AnsvarigEnhet" type="sam:BerordEnhetTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som ansvarar för insatsen; saknas den vägrar regel E1001 eller E1102. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025); LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Insatsstart" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då insatsen börjar eller började. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Insatslage">
        <xs:annotation><xs:documentation xml:lang="sv">PLANERAD, PAGAENDE eller AVSLUTAD; en part med insats som inte är avslutad kan inte tas bort ur ärendet. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="PLANERAD"/><xs:enumeration value="PAGAENDE"/><xs:enumeration value="AVSLUTAD"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Insatsslut" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då insatsen slutar eller slutade. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="JusteringTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En enhets justering av planen: enheten har godkänt sin del.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Enhet" type="sam:BerordEnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten som justerat. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Justeringsdatum" type="sam:DatumTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då enheten justerade. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Justerare" type="sam:NamnTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Den som justerade för enheten. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="PlanTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Behov, insatser, andras åtgärder och justering.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Behovsbeskrivning" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Bedömda behov. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025); LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Insats" type="sam:InsatsTyp" maxOccurs="50">
        <xs:annotation><xs:documentation xml:lang="sv">Beslutade insatser, en per element. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025); LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="AndrasAtgarder" type="sam:TextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Åtgärder som vidtas av andra än regionen och kommunen; tom när inga finns. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025); LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="PatientensInstallning" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Patientens inställning till insatserna, så långt den är känd. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Justering" type="sam:JusteringTyp" minOccurs="0" maxOccurs="50">
        <xs:annotation><xs:documentation xml:lang="sv">Justering av varje ansvarig enhet. Lagrum: LPT (1991:1128) 7 a §; LRV (1991:1129) 12 a §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:schema>

"""#
}
