// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/kuvert.xsd. Do not edit; run the script again.

enum KuvertSchema {
    static let text = #"""
<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sam="urn:sluss:samverkan:1"
           targetNamespace="urn:sluss:samverkan:1" elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xs:annotation>
    <xs:documentation xml:lang="sv">Kuvertet: det som är lika i alla meddelandetyper. Vem som skickar, till vilka, om vilket ärende, när och med vilken rätt.</xs:documentation>
  </xs:annotation>
  <xs:include schemaLocation="grundtyper.xsd"/>
  <xs:include schemaLocation="identiteter.xsd"/>

  <xs:simpleType name="MeddelandetypTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Meddelandetypens beteckning, M01–M25.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token"><xs:pattern value="M(0[1-9]|1[0-9]|2[0-5])"/></xs:restriction>
  </xs:simpleType>

  <xs:simpleType name="RollTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Den roll i vilken en enhet skickar eller tar emot. FAST_VARDKONTAKT är den fasta vårdkontakten i regional öppenvård.</xs:documentation></xs:annotation>
    <xs:restriction base="xs:token">
      <xs:enumeration value="SLUTEN_VARD"/><xs:enumeration value="REGIONAL_OPPENVARD"/><xs:enumeration value="FAST_VARDKONTAKT"/>
      <xs:enumeration value="PRIMARVARD"/><xs:enumeration value="BUP"/><xs:enumeration value="HABILITERING"/><xs:enumeration value="TANDVARD"/>
      <xs:enumeration value="SOCIALTJANST"/><xs:enumeration value="SOCIALNAMND"/><xs:enumeration value="KOMMUNAL_HSL"/>
      <xs:enumeration value="ELEVHALSA"/><xs:enumeration value="SIS"/><xs:enumeration value="AVVIKELSEFUNKTION"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:group name="HuvudmansKod">
    <xs:choice>
      <xs:element name="Lanskod" type="sam:LanskodTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Länskod, när regionen är huvudman. Gotland: region med 09, kommun med 0980.
          Lagrum: lag (2017:612) 1 kap. 1 § (kommun utanför region).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Kommunkod" type="sam:KommunkodTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Kommunkod, när kommunen är huvudman. Lagrum: lag (2017:612) 5 kap. 2 § (betalande kommun).</xs:documentation></xs:annotation>
      </xs:element>
    </xs:choice>
  </xs:group>

  <xs:complexType name="AvsandareTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Den enhet som skickar.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Organisationsnummer" type="sam:OrganisationsnummerTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Avsändande organisation; samma nummer ska stå i certifikatet som skrev under (regel E01). Lagrum: lag (2017:612) 2 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Organisationsnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Organisationens namn, för läsaren. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:group ref="sam:HuvudmansKod"/>
      <xs:element name="HsaId" type="sam:HsaIdTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Avsändande enhet i HSA-katalogen. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Enhetsnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens namn, för läsaren. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Roll" type="sam:RollTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Avsändarens roll; reglerna säger vilka roller som får skicka typen. Lagrum: lag (2017:612) 1 kap. 3 § (enheternas definitioner).</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="MottagareTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En berörd enhet som tar emot.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Organisationsnummer" type="sam:OrganisationsnummerTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Mottagande organisation. Lagrum: lag (2017:612) 2 kap. 1 §, 3 kap. 1 § (berörda enheter).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Organisationsnamn" type="sam:NamnTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Organisationens namn, för läsaren. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:group ref="sam:HuvudmansKod" minOccurs="0"/>
      <xs:choice>
        <xs:element name="HsaId" type="sam:HsaIdTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Mottagande enhet i HSA-katalogen. Lagrum: inget.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Funktionsadress" type="sam:FunktionsadressTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Mottagande funktion när enheten saknar HSA-id. Lagrum: inget.</xs:documentation></xs:annotation>
        </xs:element>
      </xs:choice>
      <xs:element name="Roll" type="sam:RollTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Mottagarens roll; reglerna säger vilka roller som får ta emot typen. Lagrum: lag (2017:612) 1 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="SkyddadBrevlada" type="xs:boolean" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Sant när adressen går till en brevlåda som bara namngiven personal öppnar. Krävs när patienten har skydd (regel E09).
          Lagrum: offentlighets- och sekretesslagen (2009:400) 22 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="ErsatterTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Rättelse: ett nytt meddelande träder i stället för ett tidigare, som ändå bevaras.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Meddelandeid" type="sam:UuidTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Meddelandet som ersätts. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Orsak" type="sam:KortTextTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Varför det ersätts. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="SamtyckeTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Samtyckets läge.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Samtyckesstatus">
        <xs:annotation><xs:documentation xml:lang="sv">JA, NEJ, EJ_TILLFRAGAD eller EJ_KRAVS. Lagrum: offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="JA"/><xs:enumeration value="NEJ"/><xs:enumeration value="EJ_TILLFRAGAD"/><xs:enumeration value="EJ_KRAVS"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="LamnatAv" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vem som lämnade eller vägrade samtycke. Lagrum: offentlighets- och sekretesslagen (2009:400) 12 kap. 2–3 §§; LVU (1990:52) 11 § (nämnden).</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="PATIENT"/><xs:enumeration value="VARDNADSHAVARE_1"/><xs:enumeration value="VARDNADSHAVARE_2"/>
            <xs:enumeration value="NAMND_LVU_11"/><xs:enumeration value="GOD_MAN"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Samtyckesdatum" type="sam:DatumTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dagen då det lämnades. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="RattsligGrundTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Med vilken rätt uppgifterna lämnas ut.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Grund">
        <xs:annotation><xs:documentation xml:lang="sv">Sekretessbrytande grund. Lagrum: offentlighets- och sekretesslagen (2009:400) 10 kap. 2 § och 28 §, 12 kap. 2 §, 25 kap. 12 §, 26 kap. 9 §.
          UNDER18-grunderna gäller bara till 18-årsdagen (regel E11).</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:enumeration value="UPPGIFTSSKYLDIGHET_10_28"/><xs:enumeration value="SAMTYCKE_12_2"/><xs:enumeration value="UNDER18_25_12"/>
            <xs:enumeration value="UNDER18_26_9"/><xs:enumeration value="MENPROVNING"/><xs:enumeration value="NODVANDIGT_10_2"/><xs:enumeration value="OVRIGT"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Lagrum" type="sam:RadTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Bestämmelsen i ord, med lagens nummer; socialtjänstlagen anges alltid med version (2001:453 eller 2025:400). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Samtycke" type="sam:SamtyckeTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Samtyckets läge, när grunden är samtycke. Lagrum: offentlighets- och sekretesslagen (2009:400) 12 kap. 2 §.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="BilagaTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En fil som följer med meddelandet utanför det. Kontrollsumman här gör att organisationens signatur omfattar filen.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Bilageid">
        <xs:annotation><xs:documentation xml:lang="sv">Bilagans beteckning i meddelandet, till exempel bilaga-1: 1–32 tecken, en bokstav först, sedan bokstäver, siffror och bindestreck.
          Den syns utanför meddelandet och får inte säga något om patienten; regel E14 avvisar långa siffergrupper. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[A-Za-z][A-Za-z0-9\-]{0,31}"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Mediatyp">
        <xs:annotation><xs:documentation xml:lang="sv">Filens mediatyp utan parametrar, med små bokstäver (RFC 6838), till exempel application/pdf. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType>
          <xs:restriction base="xs:token">
            <xs:maxLength value="127"/>
            <xs:pattern value="(application|audio|font|image|model|text|video)/[a-z0-9][a-z0-9!#$&amp;^_.+\-]{0,126}"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:element>
      <xs:element name="Storlek">
        <xs:annotation><xs:documentation xml:lang="sv">Filens längd i byte: 1 till 4 294 967 296 (4 GiB). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:long"><xs:pattern value="[1-9][0-9]{0,9}"/><xs:maxInclusive value="4294967296"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Sha256">
        <xs:annotation><xs:documentation xml:lang="sv">Filens SHA-256, 64 hexadecimala siffror med små bokstäver (FIPS 180-4). Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[0-9a-f]{64}"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Benamning" type="sam:NamnTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Vad bilagan är, för läsaren. Fri text, som aldrig blir ett filnamn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="KuvertTyp">
    <xs:annotation><xs:documentation xml:lang="sv">Uppgifterna om själva meddelandet.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="Schemaversion">
        <xs:annotation><xs:documentation xml:lang="sv">Version av schemat som avsändaren följer: 1.0, 1.1 eller 1.2. En mottagare läser alla äldre versioner med samma huvudtal. Lagrum: inget.</xs:documentation></xs:annotation>
        <xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="1\.[0-9]{1,3}"/></xs:restriction></xs:simpleType>
      </xs:element>
      <xs:element name="Meddelandeid" type="sam:UuidTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Meddelandets eget id; aldrig återanvänt (regel E02). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Arendeid" type="sam:UuidTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Ärendet (vårdtillfället, placeringen eller remissen). Skapas av M01, M14, M17 eller M20. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Meddelandetyp" type="sam:MeddelandetypTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Samma typ som rotelementet säger. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Skickad" type="sam:TidpunktTyp">
        <xs:annotation><xs:documentation xml:lang="sv">När avsändaren skickade meddelandet; ändras aldrig på vägen.
          Lagrum: lag (2017:612) 2 kap. 3 § (24 timmar), 5 kap. 4 § (när underrättelsen skickades).</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Avsandare" type="sam:AvsandareTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Den enhet som skickar. Lagrum: lag (2017:612) 2 kap. 1 §, 3 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Mottagare" type="sam:MottagareTyp" maxOccurs="50">
        <xs:annotation><xs:documentation xml:lang="sv">De berörda enheterna, en till femtio. Lagrum: lag (2017:612) 2 kap. 1 §, 3 kap. 1 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="RefererarTill" type="sam:UuidTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Id på det meddelande i samma ärende som detta bygger på (M05: inskrivningsmeddelandet). Lagrum: lag (2017:612) 5 kap. 3 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Svarsadress" type="sam:MottagareTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Dit svaret ska gå; krävs i remiss (regel E1703). Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Ersatter" type="sam:ErsatterTyp" minOccurs="0">
        <xs:annotation><xs:documentation xml:lang="sv">Det meddelande som detta rättar. Lagrum: patientdatalagen (2008:355) 3 kap. 14 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="RattsligGrund" type="sam:RattsligGrundTyp" maxOccurs="7">
        <xs:annotation><xs:documentation xml:lang="sv">En eller flera grunder. De fyra uppgifterna i lag (2017:612) 2 kap. 2 § bärs av uppgiftsskyldigheten; allt därutöver behöver en egen grund (regel E12).
          Lagrum: offentlighets- och sekretesslagen (2009:400) 10 kap. 28 §.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Bilaga" type="sam:BilagaTyp" minOccurs="0" maxOccurs="27">
        <xs:annotation><xs:documentation xml:lang="sv">Filer som följer med, högst 27; bara i de typer som får bära dem (regel E13). Från version 1.2. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="EnhetTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En enhet och hur man når den.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="HsaId" type="sam:HsaIdTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enheten i HSA-katalogen. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Enhetsnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Enhetens namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
      <xs:element name="Telefon" type="sam:TelefonTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Telefon till enheten. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="PersonalTyp">
    <xs:annotation><xs:documentation xml:lang="sv">En person i tjänsten: HSA-id, namn eller båda.</xs:documentation></xs:annotation>
    <xs:choice>
      <xs:sequence>
        <xs:element name="HsaId" type="sam:HsaIdTyp">
          <xs:annotation><xs:documentation xml:lang="sv">Personens HSA-id. Lagrum: inget.</xs:documentation></xs:annotation>
        </xs:element>
        <xs:element name="Personalnamn" type="sam:NamnTyp" minOccurs="0">
          <xs:annotation><xs:documentation xml:lang="sv">Personens namn. Lagrum: inget.</xs:documentation></xs:annotation>
        </xs:element>
      </xs:sequence>
      <xs:element name="Personalnamn" type="sam:NamnTyp">
        <xs:annotation><xs:documentation xml:lang="sv">Personens namn. Lagrum: inget.</xs:documentation></xs:annotation>
      </xs:element>
    </xs:choice>
  </xs:complexType>
</xs:schema>

"""#
}
