import Documents
import Signatures

/// `ds:X509IssuerSerial`: a certificate by its issuer's name and its serial number.
struct IssuerSerial: Equatable {
    let issuer: DistinguishedName
    /// Decimal, without leading zeros.
    let serialNumber: String

    /// Reads `ds:X509Data` with one X509IssuerSerial. Throws A060.
    init(_ data: Element) throws(EBMSError) {
        var reader = HeaderReader(data, namespace: SignatureNames.ds)
        var pair = HeaderReader(try reader.required("X509IssuerSerial"), namespace: SignatureNames.ds)
        try reader.end()
        let name = try HeaderValue.text(try pair.required("X509IssuerName"))
        let number = try HeaderValue.text(try pair.required("X509SerialNumber"))
        try pair.end()
        guard let issuer = DistinguishedName(name), !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw EBMSError(.keyReference, at: data.place, detail: "X509IssuerSerial")
        }
        self.issuer = issuer
        let significant = number.drop { $0 == "0" }
        serialNumber = significant.isEmpty ? "0" : String(significant)
    }

    func names(_ certificate: Certificate) -> Bool {
        certificate.serialNumber == serialNumber && issuer.isIssuer(of: certificate)
    }
}
