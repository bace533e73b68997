import CLibXML2

/// What may be written: libxml2 writes any string it is given, well-formed or not.
enum XMLCharacters {
    /// Char of XML 1.0, production 2. Carriage returns are written as references and survive.
    static func check(text: String) throws(Refusal) {
        let allowed = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
        guard allowed else { throw Refusal(DocumentCode.notWritable, detail: "character") }
    }

    static func check(name: String) throws(Refusal) {
        guard !name.utf8.contains(0), xmlValidateNCName(name, 0) == 0 else { throw Refusal(DocumentCode.notWritable, detail: "name") }
    }

    /// Prefix (empty for none) and local name of `prefix:name`.
    static func split(_ qualifiedName: String) throws(Refusal) -> (prefix: String, local: String) {
        let parts = qualifiedName.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let local = parts.last, parts.count <= 2 else { throw Refusal(DocumentCode.notWritable, detail: "name") }
        for part in parts { try check(name: part) }
        return (parts.count == 2 ? parts[0] : "", local)
    }
}
