import Documents
import Foundation
import Signatures

/// XML as it comes in, before and after its signature is looked at.
enum DocumentDoor {
    /// What is taken is well-formed for good: written, it is taken again, and its canonical form is a fixed point.
    static func document(_ bytes: [UInt8]) {
        guard let document = try? Document.parse(bytes) else { return }
        _ = try? document.idMap()
        guard let canonical = try? Canonicalizer.bytes(document.root) else { return }
        if let written = try? document.serialized() {
            guard let again = try? Document.parse(written) else { preconditionFailure("a written document is not taken back") }
            precondition((try? Canonicalizer.bytes(again.root)) == canonical, "writing changed a document")
        }
        if let again = try? Document.parse(canonical) {
            precondition((try? Canonicalizer.bytes(again.root)) == canonical, "the canonical form is no fixed point")
        }
        for child in document.root.children.prefix(4) { _ = try? Canonicalizer.bytes(child, inclusivePrefixes: ["#default", "a"]) }
    }

    /// Nothing that the fuzzer makes carries a trusted signature; the mathematics alone is tried too.
    static func signature(_ bytes: [UInt8]) {
        guard let document = try? Document.parse(bytes) else { return }
        let time = Date(timeIntervalSince1970: 1_795_348_860)
        for requiresXAdES in [true, false] {
            let verified = try? EnvelopedVerifier(policy: nil, requiresXAdES: requiresXAdES).verify(document, at: time)
            precondition(verified?.isSignerTrusted != true, "trusted without a policy")
        }
        let nobody = TrustPolicy(anchors: [])
        precondition(
            (try? EnvelopedVerifier(policy: nobody, requiresXAdES: false).verify(document, at: time)) == nil, "trusted without anchors")
    }
}
