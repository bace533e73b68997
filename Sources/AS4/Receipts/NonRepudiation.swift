import Documents
import Signatures

/// `ebbp:NonRepudiationInformation`: the references of a message's signature, repeated in its receipt.
enum NonRepudiation {
    static func receipt(_ references: [SignedReference]) -> Markup {
        let parts = references.map { Markup("ebbp:MessagePartNRInformation", children: [$0.markup]) }
        let proof = Markup(
            "ebbp:NonRepudiationInformation", namespaces: ["ebbp": Namespace.signals, "ds": SignatureNames.ds], children: parts)
        return Markup("eb:Receipt", children: [proof])
    }

    /// Reads the references of an `eb:Receipt`. Throws A082 when there are none, A023 for MessagePartIdentifier and the like, S003–S011
    /// (as EBMS:0302) for a malformed reference.
    static func references(_ receipt: Element) throws(EBMSError) -> [SignedReference] {
        let proofs = receipt.children("NonRepudiationInformation", in: Namespace.signals)
        // Other content is allowed beside it by the schema: phase4 adds its version.
        guard let proof = proofs.first, proofs.count == 1 else {
            throw EBMSError(.receiptWithoutProof, at: receipt.place, detail: "NonRepudiationInformation: \(proofs.count)")
        }
        var reader = HeaderReader(proof, namespace: Namespace.signals)
        var references: [SignedReference] = []
        for part in try reader.repeated("MessagePartNRInformation") {
            var content = HeaderReader(part, namespace: SignatureNames.ds)
            let reference = try content.required("Reference")
            try content.end()
            references.append(
                try answering(.invalidReceipt) { () throws(Refusal) in
                    try SignedReference.read(reference, profile: .webServiceSecurity)
                })
        }
        try reader.end()
        guard !references.isEmpty else { throw EBMSError(.receiptWithoutProof, at: proof.place) }
        return references
    }
}
