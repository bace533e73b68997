import Documents

/// The certificates in `ds:KeyInfo`: where to look, not whom to trust.
enum KeyHint {
    /// Reads exactly one `ds:X509Data` with one to eight `ds:X509Certificate`, the signer's first. Every other way to name a key
    /// (KeyValue, RetrievalMethod, KeyName) is refused, not passed over. Throws S009, K008, S011, D012.
    static func certificates(_ keyInfo: Element) throws(Refusal) -> [Certificate] {
        let children = try StrictElement(keyInfo, "KeyInfo", attributes: ["Id"]).children()
        guard children.count == 1, children[0].is("X509Data", in: SignatureNames.ds) else {
            throw Refusal(SignatureCode.certificateMissing, at: keyInfo.place, detail: "expected=one X509Data")
        }
        let elements = try StrictElement(children[0], "X509Data").children()
        guard (1...ChainCheck.maximumPeerCertificates).contains(elements.count),
            elements.allSatisfy({ $0.is("X509Certificate", in: SignatureNames.ds) })
        else { throw Refusal(SignatureCode.certificateMissing, at: children[0].place, detail: "expected=1-8 X509Certificate") }
        var certificates: [Certificate] = []
        for element in elements {
            let der = try StrictElement(element, "X509Certificate").base64()
            do { certificates.append(try CertificateMemory.shared.certificate(der: der)) } catch {
                throw Refusal(KeyCode.badCertificate, at: element.place, detail: error.detail)
            }
        }
        return certificates
    }
}
