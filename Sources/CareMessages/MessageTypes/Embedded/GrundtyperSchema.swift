// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/grundtyper.xsd. Do not edit; run the script again.

enum GrundtyperSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Grundtyper: texter med längdgräns, tidpunkter med tidszon, id. All text är begränsad så att inget fält kan bära ett helt dokument.</xs:documentation>
  </xs:annotation>
  <xs:simpleType name="MeddelandeAttributId">
    <xs:annotation><xs:documentation xml:lang="sv">Värdet i rotens attribut Id, som signaturen pekar på. Ett NCName och inte xs:ID, så att bara
      Slussens egen Id-karta avgör vad en referens betyder.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:NCName"><xs:maxLength value="64"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="UuidTyp">
    <xs:annotation><xs:documentation xml:lang="sv">UUID med små bokstäver (RFC 9562), så att två lika id alltid är lika tecken för tecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:pattern value="[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="TidpunktTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Tidpunkt enligt RFC 3339: datum, klockslag med sekunder och alltid skillnad mot UTC.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:dateTime">
      <xs:pattern value="[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,6})?(Z|[+\-](0\d|1[0-4]):\d{2})"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="DatumTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Datum i svensk tid, utan tidszon.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:date"><xs:pattern value="[12]\d{3}-\d{2}-\d{2}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="DatumEllerTidpunktTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Datum när bara dagen är känd, annars tidpunkt.</xs:documentation></xs:annotation>
    <xs:union memberTypes="sam:DatumTyp sam:TidpunktTyp"/>
  </xs:simpleType>

  <xs:simpleType name="NamnTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Namn på person, enhet eller organisation: 1–120 tecken på en rad.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:minLength value="1"/><xs:maxLength value="120"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="RadTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En rad text: 1–80 tecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:minLength value="1"/><xs:maxLength value="80"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="KortTextTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Kort fri text: 1–500 tecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="500"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="BeskrivningTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Fri text som måste säga något: 1–4 000 tecken.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="4000"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="TextTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Fri text: högst 8 000 tecken. Tom text släpps igenom här; reglerna avgör var den duger.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:maxLength value="8000"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="TelefonTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Telefonnummer: 5–25 tecken, siffror, mellanslag, bindestreck, parenteser och inledande plus.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="\+?[0-9 \-()]{5,24}"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="JaNejOklartTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Ja, nej eller oklart. Oklart är ett svar: i 5 kap. 5 § lag (2017:612) väger det lika med nej.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="JA"/><xs:enumeration value="NEJ"/><xs:enumeration value="OKLART"/>
    </xs:restriction>
  </xs:simpleType>
</xs:schema>

"""#
}
