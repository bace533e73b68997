/// How an element is shown in a place. Names are the sender's text like everything else: only those of vocabularies we know are shown, with our
/// prefix and not the document's, and of our own vocabulary only the names that our schemas declare; any other element is a star. Where it
/// is, the position and the line tell.
enum PlaceName {
    static let maximumCharacters = 64
    /// An element that has no name to show.
    static let unknown = "*"

    /// Our prefixes of what occurs in messages: our own vocabulary in all its versions, and the standards they travel in.
    private static let prefixes = [
        "http://www.w3.org/2003/05/soap-envelope": "S12",
        "http://schemas.xmlsoap.org/soap/envelope/": "S11",
        "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/": "eb",
        "http://docs.oasis-open.org/ebxml-bp/ebbp-signals-2.0": "ebbp",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd": "wsse",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd": "wsu",
        "http://www.w3.org/2000/09/xmldsig#": "ds",
        "http://www.w3.org/2001/04/xmlenc#": "xenc",
        "http://www.w3.org/2001/10/xml-exc-c14n#": "ec",
        "http://uri.etsi.org/01903/v1.3.2#": "xades",
    ]
    private static let own = "sam"
    private static let shownPrefixes = Set(prefixes.values).union([own])

    /// The name of an element of the tree.
    static func shown(_ name: String, in namespace: String?) -> String {
        guard let namespace else { return unknown }
        guard !namespace.hasPrefix("urn:sluss:") else { return shownOwn(name) }
        guard let prefix = prefixes[namespace] else { return unknown }
        let word = shown(name)
        return word == unknown ? unknown : "\(prefix):\(word)"
    }

    /// The name of an element whose namespace is not known yet, as it stands between the brackets: its prefix must be one of ours.
    static func shown(tag: some Sequence<UInt8>) -> String {
        let parts = String(decoding: Array(tag), as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, shownPrefixes.contains(String(parts[0])) else { return unknown }
        guard parts[0] != own else { return shownOwn(String(parts[1])) }
        let word = shown(String(parts[1]))
        return word == unknown ? unknown : "\(parts[0]):\(word)"
    }

    /// Our namespace is the sender's to write: what no schema of ours declares may be anybody's name.
    private static func shownOwn(_ name: String) -> String {
        MessageVocabulary.elements.contains(name) ? "\(own):\(name)" : unknown
    }

    /// A name, short and with nothing in it that could steer a terminal or a log; none that could be a person number.
    static func shown(_ name: String) -> String {
        guard !holdsNumber(name) else { return unknown }
        // Every element that a signature is looked for in comes here; nearly all names are plain.
        if name.utf8.count <= maximumCharacters, name.utf8.allSatisfy(isPlain) { return name }
        let shown = name.unicodeScalars.prefix(maximumCharacters).map { scalar -> Character in
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || ":_-.".unicodeScalars.contains(scalar)
                ? Character(scalar) : "?"
        }
        return String(shown) + (name.unicodeScalars.count > maximumCharacters ? "…" : "")
    }

    /// Six digits in a row may be a day of birth.
    private static func holdsNumber(_ name: String) -> Bool {
        var digits = 0
        return name.utf8.contains { byte in
            digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
            return digits == 6
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
