/// Short ways to write the elements of a message in tests.
func element(_ name: String, _ value: String) -> String { "<sam:\(name)>\(value)</sam:\(name)>" }

/// The identity of the examples' child, for edits that put another in its place.
enum Child {
    static let number = element("Identitetsvarde", "201203159809")
    static let kind = element("Identitetstyp", "1.2.752.129.2.1.3.1")
    static let birth = element("Fodelsedatum", "2012-03-15")
    static let address = """
        <sam:Folkbokforingsadress>
              <sam:CareOf>Familjen Övning</sam:CareOf>
              <sam:Utdelningsadress>Påhittade vägen 12</sam:Utdelningsadress>
              <sam:Postnummer>74999</sam:Postnummer>
              <sam:Postort>Provby</sam:Postort>
              <sam:AdressKommunkod>0382</sam:AdressKommunkod>
            </sam:Folkbokforingsadress>
        """
}
