import Documents
import Signatures

/// Pairs each reference of a signature with the one thing it may mean, by comparing strings with the Ids of nodes found at fixed places.
/// Nothing is looked up, so nothing can be wrapped.
struct SignatureCoverage {
    /// What a reference covers.
    enum Target {
        case element(Element)
        /// By Content-ID.
        case attachment(String)
    }

    let envelope: SOAPEnvelope
    let timestamp: Element?
    let contentIDs: [String]

    /// The target of each reference, in order. Throws A055 for a reference to anything else or twice to the same, A056 when Messaging,
    /// Body, wsu:Timestamp (when there is one) or an attachment has none, A057 for other transforms than its kind has.
    func targets(of references: [SignedReference]) throws(EBMSError) -> [Target] {
        var missing = try expected()
        var targets: [Target] = []
        for reference in references {
            guard let key = Self.key(of: reference.uri), let target = missing.removeValue(forKey: key) else {
                throw EBMSError(.unexpectedReference, at: envelope.header.place, detail: "reference \(targets.count + 1)")
            }
            try Self.requireTransform(reference, target, at: envelope.header.place)
            targets.append(target)
        }
        guard missing.isEmpty else { throw EBMSError(.uncovered, at: envelope.header.place, detail: Self.kinds(missing)) }
        return targets
    }

    private func expected() throws(EBMSError) -> [String: Target] {
        var expected: [String: Target] = [:]
        for element in [envelope.messaging, envelope.body] + (timestamp.map { [$0] } ?? []) {
            guard let id = element.attribute("Id", in: Namespace.utility), !id.isEmpty else {
                throw EBMSError(.uncovered, at: element.place, detail: "no wsu:Id")
            }
            expected["#" + id] = .element(element)
        }
        for id in contentIDs { expected["cid:" + id] = .attachment(id) }
        return expected
    }

    /// A URI in comparable form: `#Id` as it stands, `cid:` percent-decoded. Nil for every other URI.
    private static func key(of uri: String) -> String? {
        if uri.hasPrefix("#") { return uri }
        return ContentID.parse(uri: uri).map { "cid:" + $0 }
    }

    private static func requireTransform(_ reference: SignedReference, _ target: Target, at place: Place) throws(EBMSError) {
        let algorithms = reference.transforms.map(\.algorithm)
        switch target {
        case .element(let element):
            guard algorithms == [SignatureNames.exclusiveCanonicalization] else { throw EBMSError(.transform, at: element.place) }
        case .attachment:
            guard algorithms == [SignatureNames.attachmentContent] else { throw EBMSError(.transform, at: place, detail: "attachment") }
        }
    }

    private static func kinds(_ targets: [String: Target]) -> String {
        targets.values.map { target in
            switch target {
            case .element(let element): element.name
            case .attachment: "attachment"
            }
        }.sorted().joined(separator: ", ")
    }
}
