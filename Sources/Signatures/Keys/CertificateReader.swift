import COpenSSL
import CShim
import Foundation

/// Reads the fields of an X509 object into Swift values. Each answers nil where the certificate has nothing readable.
struct CertificateReader {
    let pointer: OpaquePointer

    var subject: String { name(X509_get_subject_name(pointer)) }
    var issuer: String { name(X509_get_issuer_name(pointer)) }

    var serialNumber: String? {
        guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(pointer), nil) else { return nil }
        defer { BN_free(number) }
        guard let text = BN_bn2dec(number) else { return nil }
        defer { CRYPTO_free(text, nil, 0) }
        return String(cString: text)
    }

    var notBefore: Date? { CertificateReader.date(X509_get0_notBefore(pointer)) }
    var notAfter: Date? { CertificateReader.date(X509_get0_notAfter(pointer)) }

    var subjectPublicKeyInfo: [UInt8]? { NativeBytes.encoding { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(pointer), $0) } }

    var subjectKeyIdentifier: [UInt8]? {
        guard let value = X509_get0_subject_key_id(pointer), let bytes = ASN1_STRING_get0_data(value) else { return nil }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(ASN1_STRING_length(value))))
    }

    /// All values of one attribute of the subject, such as 2.5.4.97.
    func subjectValues(_ oid: String) -> [String] {
        guard let object = OBJ_txt2obj(oid, 1) else { return [] }
        defer { ASN1_OBJECT_free(object) }
        let name = X509_get_subject_name(pointer)
        var values: [String] = []
        var index = X509_NAME_get_index_by_OBJ(name, object, -1)
        while index >= 0 {
            if let value = text(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index))) { values.append(value) }
            index = X509_NAME_get_index_by_OBJ(name, object, index)
        }
        return values
    }

    static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var seconds: Int64 = 0
        guard let time, sluss_asn1_time_seconds(time, &seconds) == 1 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    private func text(_ value: UnsafePointer<ASN1_STRING>?) -> String? {
        var bytes: UnsafeMutablePointer<UInt8>?
        let length = ASN1_STRING_to_UTF8(&bytes, value)
        guard length >= 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, nil, 0) }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(length)), as: UTF8.self)
    }

    private func name(_ name: OpaquePointer?) -> String {
        let bytes = NativeBytes.writing { sluss_x509_name_print($0, name) == 1 }
        return String(decoding: bytes ?? [], as: UTF8.self)
    }
}
