/// One certificate or key that the agreement with a partner names. Two pins overlap while a partner changes keys.
package struct Pin: Sendable, Hashable, CustomStringConvertible {
    /// What the digest is taken over.
    package enum Kind: String, Sendable {
        /// The whole certificate: renewed with every certificate.
        case leaf
        /// The SubjectPublicKeyInfo: survives a renewal with the same key.
        case spki
    }

    /// What the digest is taken over.
    package let kind: Kind
    /// The SHA-256, 32 bytes.
    package let sha256: [UInt8]

    /// Makes a pin for a certificate at hand.
    package init(_ kind: Kind, of certificate: Certificate) {
        self.kind = kind
        sha256 = kind == .leaf ? certificate.sha256 : certificate.spkiSHA256
    }

    /// Reads `leaf:` or `spki:` and 64 hexadecimal digits, with or without colons between bytes (as openssl prints them).
    package init?(parsing text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
        let digits = parts[1].replacing(":", with: "")
        guard digits.utf8.count == 2 * Digest.sha256Length else { return nil }
        var bytes: [UInt8] = []
        var rest = Substring(digits)
        while !rest.isEmpty {
            let pair = rest.prefix(2)
            guard pair.allSatisfy(\.isHexDigit), let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self.kind = kind
        sha256 = bytes
    }

    /// `leaf:` or `spki:` and lower-case hexadecimal digits, as ``init(parsing:)`` reads it.
    package var description: String { kind.rawValue + ":" + Hexadecimal.text(sha256) }

    /// Whether this pin names the certificate.
    package func names(_ certificate: Certificate) -> Bool {
        Digest.areEqual(sha256, kind == .leaf ? certificate.sha256 : certificate.spkiSHA256)
    }
}
