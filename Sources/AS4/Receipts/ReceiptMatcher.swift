import Documents
import Signatures

/// Compares the references in a receipt with those that were sent.
enum ReceiptMatcher {
    private struct Pair: Hashable {
        let uri: String
        let digest: [UInt8]
    }

    /// Throws A083 unless both hold the same pairs of URI and digest, each as often, in any order.
    static func match(_ received: [SignedReference], _ sent: [SignedReference], at place: Place) throws(EBMSError) {
        guard counts(received) == counts(sent) else {
            let common = Set(counts(received).keys).intersection(counts(sent).keys).count
            throw EBMSError(.receiptMismatch, at: place, detail: "sent=\(sent.count) received=\(received.count) equal=\(common)")
        }
    }

    private static func counts(_ references: [SignedReference]) -> [Pair: Int] {
        references.reduce(into: [:]) { $0[Pair(uri: $1.uri, digest: $1.digest), default: 0] += 1 }
    }
}
