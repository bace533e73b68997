import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("Signatures of the wire")
struct VerifierTests {
    let sides: Sides

    init() throws { sides = try Sides.shared.get() }

    private func verdict(_ entity: AS4Entity, at time: Date? = nil, change: (inout AS4PartnerPolicy) -> Void = { _ in }) -> Verdict {
        var policy = sides.policy
        change(&policy)
        return Verdict { try InboundUnpackager().unpack(entity, now: time ?? sides.now) { _ in policy } }
    }

    @Test("A key named by SubjectKeyIdentifier is found among the partner's certificates")
    func subjectKeyIdentifier() throws {
        let identifier = try #require(sides.region.certificate.subjectKeyIdentifier)
        let entity = try RefusalTests.namingKey(try Sample.packaged(sides).entity, as: Base64.encode(identifier))
        #expect(verdict(entity) == .accepted)
        #expect(verdict(entity) { $0.signer.certificates = [] } == Verdict(code: "A062", ebms: "EBMS:0101"))
    }

    @Test("Another partner of the same authority cannot sign for this one")
    func otherPartner() throws {
        let packed = try OutboundPackager(key: sides.neighbour.key, certificate: sides.neighbour.certificate)
            .pack(Sample.message(at: sides.now), payload: Sample.payload)
        #expect(verdict(packed.entity) == Verdict(code: "T006", ebms: "EBMS:0101"))
        #expect(verdict(packed.entity) { $0.signer.trust.pins = [] } == .accepted)
    }

    @Test(
        "Revoked, expired, not yet valid, foreign and unfit signers are refused, each for its reason",
        arguments: [
            (DevelopmentPKI.Fault.expired, "T002"), (.notYetValid, "T003"), (.wrongPurpose, "T004"), (.wrongAuthority, "T001"),
            (.revoked, "T008"),
        ])
    func faultySigner(_ fault: DevelopmentPKI.Fault, _ code: String) throws {
        let certificate = try #require(try Certificate.load(path: sides.pki.faultyCertificate(fault, .as4)).first)
        let key = try PrivateKey.load(path: sides.pki.faultyKey(fault, .as4))
        let packed = try OutboundPackager(key: key, certificate: certificate).pack(Sample.message(at: sides.now), payload: Sample.payload)
        let lists = try Self.lists(in: sides.pki.revocationListWithEntry(.as4))
        let found = verdict(packed.entity, at: Date()) { policy in
            policy.signer.trust.pins = [Pin(.leaf, of: certificate)]
            policy.signer.trust.crls = fault == .revoked ? lists : []
        }
        #expect(found == Verdict(code: code, ebms: "EBMS:0101"))
    }

    private static func lists(in path: String) throws -> [RevocationList] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let end = "-----END X509 CRL-----"
        return try text.components(separatedBy: end).filter { $0.contains("X509 CRL") }.map {
            try RevocationList(Array(($0 + end + "\n").utf8))
        }
    }

    @Test("A fresh timestamp that is signed is accepted, one that is not signed is refused")
    func timestamp() throws {
        let entity = try Sample.packaged(sides).entity
        let stamp = "<wsu:Timestamp wsu:Id=\"ts\"><wsu:Created>\(HeaderTime.text(sides.now))</wsu:Created></wsu:Timestamp>"
        let unsigned = try entity.replacing("<wsse:BinarySecurityToken", with: stamp + "<wsse:BinarySecurityToken")
        #expect(verdict(unsigned) == Verdict(code: "A056", ebms: "EBMS:0103"))
        // Covered and fresh: the next check that fails is the signature value, because the reference was added afterwards.
        let covered = try RefusalTests.stamping(entity, HeaderTime.text(sides.now), HeaderTime.text(sides.now.addingTimeInterval(300)))
        #expect(verdict(covered) == Verdict(code: "S007", ebms: "EBMS:0101"))
        for offset in [-400.0, 299.0] {
            #expect(verdict(covered, at: sides.now.addingTimeInterval(300 - offset)).code == (offset < 0 ? "A063" : "S007"))
        }
        #expect(verdict(covered, at: sides.now.addingTimeInterval(-301)).code == "A063")
        #expect(verdict(covered, at: sides.now.addingTimeInterval(-299)).code == "S007")
    }

    @Test("Two Ids with one value are refused, whatever kind they are", arguments: ["wsu:Id", "Id", "ID", "id", "xml:id"])
    func duplicateIds(_ attribute: String) throws {
        let entity = try Sample.packaged(sides).entity
        let id = try entity.span(from: "wsu:Id=\"m-", through: "\"").dropFirst("wsu:Id=\"".count).dropLast()
        let block = "<x xmlns=\"urn:x\" xmlns:wsu=\"\(Namespace.utility)\" \(attribute)=\"\(id)\"/>"
        #expect(verdict(try entity.replacing("</S12:Header>", with: block + "</S12:Header>")) == Verdict(code: "D008", ebms: "EBMS:0009"))
    }

    @Test("A signature that covers the same part twice instead of another is refused")
    func twiceTheSame() throws {
        let entity = try Sample.packaged(sides).entity
        let body = try entity.span(from: "<ds:Reference URI=\"#b-", through: "</ds:Reference>")
        let messaging = try entity.span(from: "<ds:Reference URI=\"#m-", through: "</ds:Reference>")
        #expect(verdict(try entity.replacing(messaging, with: body)) == Verdict(code: "A055", ebms: "EBMS:0103"))
    }

    @Test("ECDSA keys cannot make messages of the profile")
    func ellipticKey() throws {
        let key = try PrivateKey.load(path: sides.pki.key(.region, .signing))
        let certificate = try #require(try Certificate.load(path: sides.pki.certificate(.region, .signing)).first)
        #expect(Verdict { try OutboundPackager(key: key, certificate: certificate) }.code == "A091")
    }
}
