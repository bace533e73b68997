// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/identiteter.xsd. Do not edit; run the script again.

enum IdentiteterSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Identiteter. Schemat prövar formen; kontrollsiffror, verkliga datum och kodlistor prövas av regel E04.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="grundtyper.xsd"/>

  <xs:simpleType name="OrganisationsnummerTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Organisationsnummer, tio siffror utan bindestreck. Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="\d{10}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="HsaIdTyp">
    <xs:annotation><xs:documentation xml:lang="sv">HSA-id: SE, katalogägarens organisationsnummer, bindestreck och 1–18 bokstäver eller siffror (högst 31 tecken).</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="SE\d{10}-[A-Za-z0-9]{1,18}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="FunktionsadressTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Funktionsadress i SDK eller annan gemensam adressbok: 3–200 tecken utan blanktecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="[!-~]{3,200}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="KommunkodTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Kommunkod, fyra siffror, ur SCB:s lista.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="\d{4}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="LanskodTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Länskod, två siffror, ur SCB:s lista.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="\d{2}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="IdentitetstypTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Vilket slags nummer: OID, eller en adress (URI) där ingen OID finns.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="[0-2](\.\d{1,12}){3,15}|https?://[!-~]{3,100}"/></xs:restriction>
  </xs:simpleType>

  <xs:complexType name="PatientidTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En beteckning för patienten: slag och värde.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Identitetstyp" type="sam:IdentitetstypTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Slag av nummer: personnummer 1.2.752.129.2.1.3.1, samordningsnummer 1.2.752.129.2.1.3.3,
          nationellt reservnummer 1.2.752.74.9.1, lokala reservnummer enligt regionens OID, LMA-nummer http://electronichealth.se/identifier/LMA-nummer.
          Lagrum: lag (2017:612) 2 kap. 2 § (personnummer), lag (2022:1697) om samordningsnummer.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Identitetsvarde">
        <xs:annotation><xs:documentation xml:lang="sv">Numret. Personnummer och samordningsnummer skrivs med tolv siffror utan skiljetecken.
          Lagrum: lag (2017:612) 2 kap. 2 §; folkbokföringslagen (1991:481) 18 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:pattern value="[0-9A-Za-z+/\-]{4,32}"/></xs:restriction>
        </xs:simpleType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
</xs:schema>

"""#
}
