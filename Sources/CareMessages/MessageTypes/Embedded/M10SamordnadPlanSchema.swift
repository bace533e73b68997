// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/M10-samordnad-plan.xsd. Do not edit; run the script again.

enum M10SamordnadPlanSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">M10 Samordnad individuell plan: planens ägare till alla parter. Lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="signatur.xsd"/>
  <xs:include schemaLocation="kuvert.xsd"/>
  <xs:include schemaLocation="patient.xsd"/>
  <xs:include schemaLocation="plan.xsd"/>

  <xs:complexType name="SamordnadPlanTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandets innehåll.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Kuvert" type="sam:KuvertTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kuvertet; RefererarTill kan ange kallelsen (M08), ett svar (M09), en tidigare plan (M10) eller underrättelsen om öppen tvångsvård (M11). Lagrum: lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Patient" type="sam:PatientTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Patienten. Lagrum: lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Plantyp">
        <xs:annotation><xs:documentation xml:lang="sv">Slag av plan, koder ur RIV-TA (TypeOfCarePlan): SIP samordnad individuell plan, SPLPTLRV samordnad plan enligt LPT och LRV, SPU samordnad plan vid utskrivning, VP vårdplan, HP habiliteringsplan, RP rehabiliteringsplan, GP genomförandeplan, SVP. Lagrum: lag (2017:612) 4 kap. 1–2 §§.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="SIP"/><xs:enumeration value="SPLPTLRV"/><xs:enumeration value="SPU"/><xs:enumeration value="VP"/>
            <xs:enumeration value="HP"/><xs:enumeration value="RP"/><xs:enumeration value="GP"/><xs:enumeration value="SVP"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Planstatus">
        <xs:annotation><xs:documentation xml:lang="sv">UTKAST, JUSTERAD (varje ansvarig enhet har justerat, regel E1002) eller AVSLUTAD. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="UTKAST"/><xs:enumeration value="JUSTERAD"/><xs:enumeration value="AVSLUTAD"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Plan" type="sam:PlanTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Behov, insatser, andras åtgärder och justering. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="OvergripandeAnsvarig" type="sam:BerordEnhetTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten hos den huvudman som har det övergripande ansvaret för planen. Lagrum: hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Uppfoljningsdatum" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">När planen följs upp; saknas det ger regel W1001 en varning. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Samtycke" type="sam:SamtyckeTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Samtycke till planen; JA krävs för SIP och SPU, och EJ_KRAVS kan anges för andra planer (regel E1003). Lagrum: lag (2017:612) 4 kap. 2 § (planen görs bara om patienten samtycker).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Mal" type="sam:KortTextTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vad planen ska leda till. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element ref="ds:Signature" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="Id" type="sam:MeddelandeAttributId" use="required">
      <xs:annotation><xs:documentation xml:lang="sv">Det som signaturen pekar på. Lagrum: inget.</xs:documentation></xs:annotation>
    </xs:attribute>
  </xs:complexType>

  <xs:element name="SamordnadPlan" type="sam:SamordnadPlanTyp">
    <xs:annotation><xs:documentation xml:lang="sv">M10 Samordnad individuell plan. Lagrum: lag (2017:612) 4 kap. 2 §; hälso- och sjukvårdslagen (2017:30) 16 kap. 4 §; socialtjänstlagen (2025:400) 10 kap. 8–9 §§ (SoL2025).</xs:documentation></xs:annotation>
  </xs:element>
</xs:schema>

"""#
}
