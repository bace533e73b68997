/// Writes a party in the order of the schema; a sender gets the names it must have.
enum PartyMarkup {
    static func text(_ party: Party, as element: String) -> String {
        let isSender = element == "sam:Avsandare"
        var fields: [(name: String, value: String?)] = [
            ("Organisationsnummer", party.organisationsnummer),
            ("Organisationsnamn", party.organisationName ?? (isSender ? party.organisationsnummer : nil)),
        ]
        switch party.principal {
        case .region(let code): fields.append(("Lanskod", code))
        case .municipality(let code): fields.append(("Kommunkod", code))
        case nil: break
        }
        switch party.address {
        case .hsaID(let address): fields.append(("HsaId", address))
        case .functional(let address): fields.append(("Funktionsadress", address))
        }
        if isSender { fields.append(("Enhetsnamn", party.unitName ?? party.role.rawValue)) }
        fields.append(("Roll", party.role.rawValue))
        if party.isProtectedMailbox && !isSender { fields.append(("SkyddadBrevlada", "true")) }
        let inside = fields.map { field in field.value.map { "<sam:\(field.name)>\(escaped($0))</sam:\(field.name)>" } ?? "" }.joined()
        return "<\(element)>\(inside)</\(element)>"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
