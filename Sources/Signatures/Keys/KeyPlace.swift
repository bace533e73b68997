/// Where a private key lies: a PEM file, a systemd credential, or a PKCS#11 token that never gives it away.
package enum KeyPlace: Sendable, Equatable {
    /// PEM, by its path.
    case file(String)
    /// A systemd credential of this name (`LoadCredential=`, systemd.exec(5)): a PEM file in `$CREDENTIALS_DIRECTORY`.
    case credential(String)
    /// A key in a token.
    case token(TokenAddress)

    /// Reads `credential:NAME`, `pkcs11:…` (RFC 7512) or a path. Nil for a name that is no plain file name, for a URI without object or
    /// `pin-source`, and for one that holds the PIN itself.
    package init?(_ text: String) {
        if text.hasPrefix("credential:") {
            let name = String(text.dropFirst("credential:".count))
            guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,254}/) != nil else { return nil }
            self = .credential(name)
        } else if text.hasPrefix("pkcs11:") {
            guard let address = TokenAddress(text) else { return nil }
            self = .token(address)
        } else {
            self = .file(text)
        }
    }
}

/// A private key in a PKCS#11 token by its URI, and where the PIN for it is.
package struct TokenAddress: Sendable, Equatable {
    /// The URI without its query.
    package let uri: String
    /// Path of the PKCS#11 module (`module-path`); nil for p11-kit's.
    package let module: String?
    /// Path of the file with the PIN (`pin-source`), mode 0600 or 0400.
    package let pinFile: String

    init?(_ text: String) {
        let halves = text.split(separator: "?", maxSplits: 1)
        guard halves.count == 2, let names = Self.attributes(halves[0].dropFirst("pkcs11:".count), by: ";"),
            let query = Self.attributes(halves[1], by: "&"), names["object"] != nil || names["id"] != nil,
            Set(query.keys).isSubset(of: ["module-path", "pin-source"]), names["pin-value"] == nil, let source = query["pin-source"]
        else { return nil }
        uri = String(halves[0])
        module = query["module-path"]
        pinFile = source.hasPrefix("file:") ? String(source.trimmingPrefix("file:").trimmingPrefix("//")) : source
        guard pinFile.hasPrefix("/"), module?.hasPrefix("/") ?? true else { return nil }
    }

    /// Nil when the text is not of `name=value` parts, each name once.
    private static func attributes(_ text: Substring, by separator: Character) -> [String: String]? {
        var found: [String: String] = [:]
        for part in text.split(separator: separator, omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, part.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
            guard found.updateValue(String(sides[1]), forKey: String(sides[0])) == nil else { return nil }
        }
        return found
    }
}
