import COpenSSL
import Documents

/// A distinguished name in a string form (RFC 2253, RFC 4514), decoded, to be compared with a certificate's as names and not as strings: order of
/// writing, case of letters, spaces and escapes differ from program to program.
package struct DistinguishedName: Sendable, Equatable {
    /// One attribute: its type as written (a short name or a dotted OID) and its value.
    struct Attribute: Sendable, Equatable {
        let type: String
        let value: String
    }

    /// Relative names in the order written, most often the leaf first.
    let relativeNames: [[Attribute]]

    /// Decodes a name. Nil for what is none, is empty, or is longer than any certificate's.
    package init?(_ text: String) {
        guard text.utf8.count <= 2048, let names = DistinguishedNameReader.read(text), !names.isEmpty else { return nil }
        relativeNames = names
    }

    /// Whether this is the issuer of a certificate, compared as OpenSSL compares names (RFC 5280 7.1). Some programs write the name in
    /// the order of the encoding instead of the reverse, so both are tried.
    package func isIssuer(of certificate: Certificate) -> Bool {
        guard let issuer = X509_get_issuer_name(certificate.handle.pointer) else { return false }
        return Self.equals(relativeNames.reversed(), issuer) || Self.equals(relativeNames, issuer)
    }

    private static func equals(_ names: [[Attribute]], _ other: OpaquePointer) -> Bool {
        defer { NativeBytes.clearErrors() }
        guard let name = X509_NAME_new() else { return false }
        defer { X509_NAME_free(name) }
        for attributes in names {
            for (index, attribute) in attributes.enumerated() {
                guard let object = object(attribute.type) else { return false }
                defer { ASN1_OBJECT_free(object) }
                let value = Array(attribute.value.utf8)
                // A set number of -1 joins the relative name before.
                let added = X509_NAME_add_entry_by_OBJ(name, object, V_ASN1_UTF8STRING, value, Int32(value.count), -1, index == 0 ? 0 : -1)
                guard added == 1 else { return false }
            }
        }
        return X509_NAME_cmp(name, other) == 0
    }

    /// Names that Java programs write and OpenSSL does not know.
    private static let javaNames = ["E": "emailAddress", "EMAIL": "emailAddress", "S": "ST", "SERIALNUMBER": "serialNumber", "T": "title"]

    private static func object(_ type: String) -> OpaquePointer? {
        let upper = type.uppercased()
        if upper.hasPrefix("OID.") { return OBJ_txt2obj(String(type.dropFirst(4)), 1) }
        return OBJ_txt2obj(javaNames[upper] ?? type, 0) ?? OBJ_txt2obj(upper, 0)
    }
}
