// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/signatur.xsd. Do not edit; run the script again.

enum SignaturSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/09/xmldsig#" elementFormDefault="qualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Slussens egen, minsta beskrivning av XML-signaturen: bara var den får stå. Vad som står i den prövas av signaturkontrollen,
      som är strängare än ett schema kan vara.</xs:documentation>
  </xs:annotation>
  <xs:element name="Signature">
    <xs:annotation><xs:documentation xml:lang="sv">Organisationens underskrift (XAdES-B-B) över hela meddelandet.
      Lagrum: inget.</xs:documentation></xs:annotation>
    <xs:complexType>
      <xs:sequence>
        <xs:any namespace="##any" processContents="skip" minOccurs="1" maxOccurs="8"/>
      </xs:sequence>
      <xs:anyAttribute namespace="##any" processContents="skip"/>
    </xs:complexType>
  </xs:element>
</xs:schema>

"""#
}
