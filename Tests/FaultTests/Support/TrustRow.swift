import TestSupport

/// A row of the table "What happens to messages" of `Docs/trust.md`: a trouble, and what becomes of a message of each direction.
struct TrustRow: Sendable, CustomStringConvertible {
    /// What becomes of a message.
    enum Fate: Sendable, Equatable {
        case passes
        /// Lies at its sender, under a code, and is tried again.
        case waits(String)
        /// Lies at its sender for good, under a code.
        case fails(String)

        /// How the document says it, of a message that leaves.
        var wordsOut: String {
            switch self {
            case .passes: "goes"
            case .waits(let code): "waits with \(code)"
            case .fails(let code): "fails with \(code)"
            }
        }

        /// Of one that the partner sends: where it lies is the partner's spool.
        var wordsIn: String {
            switch self {
            case .passes: "arrives"
            case .waits(let code): "waits there with \(code)"
            case .fails(let code): "fails there with \(code)"
            }
        }
    }

    let trouble: String
    let out: Fate
    let back: Fate
    /// Codes in the log, or in `sluss cert list`, of the gateway that judges.
    let shown: Set<String>
    let arrange: @Sendable (inout TrustScene) async throws -> Void

    var description: String { trouble }

    init(
        _ trouble: String, out: Fate, back: Fate, shown: Set<String>, _ arrange: @escaping @Sendable (inout TrustScene) async throws -> Void
    ) {
        (self.trouble, self.out, self.back, self.shown, self.arrange) = (trouble, out, back, shown, arrange)
    }

    /// The rows that other tests walk, because they change while messages flow.
    static let walkedElsewhere = ["host is back", "keys change on both sides"]

    static let all = certificates + lists + answers

    private static let certificates = [
        TrustRow("TLS certificate revoked", out: .waits("G005"), back: .waits("G006"), shown: ["T008"]) {
            try $0.publish(.init(revoked: [$0.partnerCertificate]))
        },
        TrustRow("TLS certificate revoked, soft", out: .waits("G005"), back: .waits("G006"), shown: ["T008"]) {
            try $0.publish(.init(revoked: [$0.partnerCertificate]))
            $0.beSoft()
        },
        TrustRow("access point's certificate revoked", out: .waits("T008"), back: .fails("EBMS:0101"), shown: ["T008"]) {
            $0.use = .as4
            try $0.publish(.init(revoked: [$0.partnerCertificate]))
        },
        TrustRow("organisation's certificate revoked", out: .passes, back: .fails("EBMS:0004"), shown: ["T008"]) {
            $0.use = .signing
            try $0.publish(.init(revoked: [$0.partnerCertificate]))
        },
        TrustRow("issuer unknown", out: .waits("G005"), back: .waits("G006"), shown: ["T001"]) { try $0.presentForeignCertificate() },
        TrustRow("CA of another environment", out: .waits("G005"), back: .waits("G006"), shown: ["T012"]) {
            try $0.presentForeignCertificate()
            let other = "\($0.pki.folder)/extra/other-ca/tls-root.pem"
            $0.pair.kommun.revocation[.tls] = "crls: [\"\($0.pki.revocationList(.tls))\"], other_environments: \"\(other)\""
        },
    ]

    private static let lists = [
        TrustRow("no list in force, hard: TLS", out: .waits("G017"), back: .waits("EBMS:0301"), shown: ["G203", "G210", "G123"]) {
            $0.host.mood = .silent
        },
        TrustRow("no list in force, hard: access point", out: .waits("G017"), back: .waits("EBMS:0202"), shown: ["G203", "G210", "T009"]) {
            $0.use = .as4
            $0.host.mood = .silent
        },
        TrustRow("no list in force, hard: organisation", out: .passes, back: .waits("EBMS:0202"), shown: ["G203", "T009"]) {
            $0.use = .signing
            $0.host.mood = .silent
        },
        TrustRow("no list in force, soft", out: .passes, back: .passes, shown: ["G203"]) {
            $0.host.mood = .silent
            $0.beSoft()
        },
        TrustRow("list host down, within grace", out: .passes, back: .passes, shown: ["G203", "G211"]) {
            try $0.haveFetched(.init(endedSecondsAgo: 600))
            ($0.host.mood, $0.mode) = (.silent, "grace, grace: 1h")
        },
        TrustRow("list host down longer than grace", out: .waits("G017"), back: .waits("EBMS:0301"), shown: ["G203", "G210", "G123"]) {
            try $0.haveFetched(.init(endedSecondsAgo: 7_200))
            ($0.host.mood, $0.mode) = (.silent, "grace, grace: 1h")
        },
        TrustRow("forged list, none at hand", out: .waits("G017"), back: .waits("EBMS:0301"), shown: ["T013", "G210", "G123"]) {
            try $0.publishForged()
        },
        TrustRow("forged list, a good one at hand", out: .passes, back: .passes, shown: ["T013"]) {
            try $0.haveFetched(.init())
            try $0.publishForged()
        },
        TrustRow("older list without the revocation at hand", out: .waits("G005"), back: .waits("G006"), shown: ["T008", "T014"]) {
            try $0.haveFetched(.init(revoked: [$0.partnerCertificate], number: 9))
            try $0.publish(.init(number: 8))
        },
        TrustRow("delta list, a good one at hand", out: .passes, back: .passes, shown: ["T015"]) {
            try $0.haveFetched(.init())
            try $0.publish(.init(revoked: [$0.partnerCertificate], number: 2, isDelta: true))
        },
    ]

    private static let answers = [
        TrustRow("OCSP says good, no list", out: .passes, back: .passes, shown: ["G205"]) { try await $0.respond([.good]) },
        TrustRow("OCSP says revoked, no list", out: .waits("G005"), back: .waits("G006"), shown: ["T008"]) {
            try await $0.respond([.revoked])
        },
        TrustRow("OCSP knows nothing, no list", out: .waits("G017"), back: .waits("EBMS:0301"), shown: ["G210", "G123"]) {
            try await $0.respond([])
        },
        TrustRow("OCSP down, list in force", out: .passes, back: .passes, shown: ["G203"]) {
            try $0.publish()
            $0.more = ", ocsp_url: \"http://127.0.0.1:\(try FreePort.next())\""
        },
        TrustRow("OCSP down, no list", out: .waits("G017"), back: .waits("EBMS:0301"), shown: ["G203", "G210", "G123"]) {
            try $0.publishRoot()
            $0.more = ", ocsp_url: \"http://127.0.0.1:\(try FreePort.next())\""
        },
    ]
}

extension TrustScene {
    /// The region shows a certificate of its own key and name, from a CA with the right names and other keys.
    fileprivate mutating func presentForeignCertificate() throws {
        pair.region.credentials[.tls] = (pki.faultyCertificate(.wrongAuthority, .tls), pki.faultyKey(.wrongAuthority, .tls))
        pair.kommun.revocation[.tls] = "crls: [\"\(pki.revocationList(.tls))\"]"
    }

    fileprivate mutating func beSoft() {
        mode = "soft"
        weakenings = "weakenings: [{ name: soft-revocation, reason: \"a test of the mode\", until: 2099-12-31 }]\n"
    }

    /// Lists that came before; the root's holds on.
    fileprivate mutating func haveFetched(_ contents: RevocationAuthority.Contents) throws {
        fetched = ["/issuing.crl": try lists.list(use, .issuing, contents), "/root.crl": try lists.list(use, .root)]
    }

    /// The list of a CA with the right name and another key.
    fileprivate func publishForged() throws {
        let rogue = try RevocationAuthority(authorities: pki.folder + "/extra/other-ca")
        host.publish(try rogue.list(use, .issuing), at: "/issuing.crl")
        try publishRoot()
    }

    /// A responder in place of the issuing authority's list, knowing the partner's certificate or nothing.
    fileprivate mutating func respond(_ status: [OCSPResponder.Status]) async throws {
        let answering = try await OCSPResponder(pki, use, certificates: status.map { (partnerCertificate, $0) })
        (responder, more) = (answering, ", ocsp_url: \"\(answering.url)\"")
        try publishRoot()
    }
}
