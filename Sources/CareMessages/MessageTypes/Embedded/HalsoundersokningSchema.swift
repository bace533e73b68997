// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/halsoundersokning.xsd. Do not edit; run the script again.

enum HalsoundersokningSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Hälsoundersökningens delar, gemensamma för begäran (M14) och utlåtande (M16).</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="grundtyper.xsd"/>

  <xs:simpleType name="UndersokningsdelTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Del av hälsoundersökningen: fysisk, psykisk eller oral hälsa (HSLF-FS 2019:19).</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="FYSISK"/><xs:enumeration value="PSYKISK"/><xs:enumeration value="ORAL"/>
    </xs:restriction>
  </xs:simpleType>
</xs:schema>

"""#
}
