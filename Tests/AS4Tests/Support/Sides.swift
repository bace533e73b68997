import AS4
import Documents
import Foundation
import Signatures
import TestSupport

/// The region that sends and the municipality that receives, with keys and trust as the development authority gives them.
struct Sides: Sendable {
    static let shared = Result { try Sides() }

    let region: Side
    let kommun: Side
    let neighbour: Side
    let pki: DevelopmentPKI

    /// A moment at which all their certificates are valid.
    let now: Date

    init() throws {
        pki = try DevelopmentPKI.shared()
        region = try Side(.region, pki)
        kommun = try Side(.kommun, pki)
        neighbour = try Side(.neighbour, pki)
        now = region.certificate.notBefore.addingTimeInterval(7 * 86_400)
    }

    /// What the municipality demands of the region.
    var policy: AS4PartnerPolicy {
        var agreement = AS4Agreement(
            name: "inskrivning", from: Sample.from, to: Sample.to, service: Sample.exchange.service, actions: [Sample.exchange.action])
        agreement.originalSenders = [Sample.originalSender]
        return AS4PartnerPolicy(name: "region", signer: region.signerPolicy, agreements: [agreement])
    }
}

/// One organisation's access point.
struct Side: Sendable {
    let key: PrivateKey
    let certificate: Certificate
    let trust: TrustPolicy

    init(_ organisation: TestOrganisation, _ pki: DevelopmentPKI) throws {
        key = try PrivateKey.load(path: pki.key(organisation, .as4))
        let chain = try Certificate.load(path: pki.certificate(organisation, .as4))
        guard let leaf = chain.first else { throw SupportFailure("no certificate of \(organisation.label)") }
        certificate = leaf
        trust = TrustPolicy(
            anchors: try Certificate.load(path: pki.root(.as4)), intermediates: try Certificate.load(path: pki.issuing(.as4)),
            pins: [Pin(.leaf, of: leaf)])
    }

    /// What partners encrypt to.
    func decryptionKey() throws -> DecryptionKey { try DecryptionKey(key: key, certificate: certificate) }

    /// Trust in this side's signatures.
    var signerPolicy: SignerPolicy { SignerPolicy(trust: trust, certificates: [certificate]) }
}
