import AS4
import CareMessages
import Foundation
import Glibc
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("A good configuration file")
struct ConfigurationFileTests {
    private func read(_ text: String, path: String = "/etc/sluss/sluss.yaml") throws -> Configuration {
        try ConfigurationFile.read(Array(text.utf8), path: path, at: ConfigurationSample.now).configuration
    }

    @Test("The sample is read without error or warning")
    func sample() {
        #expect(ConfigurationSample.problems(of: ConfigurationSample.good) == [])
    }

    @Test("Every default is the one of the key table")
    func defaults() throws {
        let configuration = try read(ConfigurationSample.good.replacing("log: { level: info, format: text }\n", with: ""))
        let listener = try #require(configuration.listener)
        #expect(listener.path == "/as4" && listener.maximumBodyBytes == 128 << 20)
        #expect([listener.headerTimeout, listener.bodyTimeout, listener.idleTimeout] == [.seconds(10), .seconds(60), .seconds(60)])
        #expect(listener.maximumConnections == 512 && listener.maximumConnectionsPerAddress == 64)
        #expect(listener.maximumRequestsPerPartner == 8)
        #expect(listener.maximumBodyMemory == 256 << 20 && listener.maximumBodyMemoryPerPartner == 64 << 20)
        #expect(listener.maximumBodyDiskPerPartner == 16 << 30)
        #expect(configuration.log == LogSettings(level: .info, format: .json))
        #expect(configuration.disk == DiskSettings(minimumFreeBytes: 256 << 20, minimumFreeInodes: 1000))
        #expect(configuration.delivery.stopGrace == .seconds(10) && configuration.delivery.submitInterval == .seconds(1))
        #expect(configuration.environment == .prod && configuration.as4Overlap == nil)
        #expect(configuration.revocation == RevocationSettings(fetches: true, timeout: .seconds(20), privateHosts: []))
        #expect(configuration.ownParty == PartyID("2321009900", type: ConfigurationKey.organisationsnummerParty))
        let partner = try #require(configuration.partner(named: "exempelkommun"))
        #expect(partner.party == PartyID("2120009903", type: ConfigurationKey.organisationsnummerParty))
        #expect(partner.signing == PartnerTrust(pins: [], issuer: "/etc/sluss/sign-ca.pem"))
        #expect(configuration.retention == RetentionSettings(done: nil, cancelled: nil))
        #expect(
            configuration.messageAge == MessageAgeSettings(maximumAge: nil, clockSkew: .seconds(300)) && configuration.quarantine == nil)
        let agreement = try #require(configuration.agreement(toSend: .utskrivningsklar, to: "exempelkommun"))
        #expect(agreement.retry == .standard && agreement.concurrency == 4 && agreement.roles == [])
        #expect(agreement.serviceName(for: .remiss) == ServiceName(MessageType.remiss.defaultService))
        #expect(agreement.actionName(for: .remiss) == MessageType.remiss.defaultAction)
        #expect(configuration.weakenings == [])
    }

    @Test("A retry section without keys is the standard schedule")
    func standardSchedule() throws {
        let text = ConfigurationSample.good.replacing("receive: [M17, M23]", with: "receive: [M17, M23]\n    retry: { expiry: 48h }")
        #expect(try read(text).agreements[0].retry == .standard)
    }

    @Test("Every value written arrives")
    func values() throws {
        let configuration = try read(FullConfiguration.text)
        #expect(
            configuration.listener
                == ListenerSettings(
                    host: "::", port: 0, path: "/gw/in", maximumBodyBytes: 1 << 30, headerTimeout: .milliseconds(1500),
                    bodyTimeout: .seconds(120),
                    idleTimeout: .seconds(3600), maximumConnections: 10, maximumConnectionsPerAddress: 10,
                    maximumRequestsPerPartner: 5, maximumBodyMemory: 3 << 30, maximumBodyMemoryPerPartner: 2 << 30,
                    maximumBodyDiskPerPartner: 5 << 30))
        #expect(
            configuration.environment == .test
                && configuration.as4Overlap == KeyPair(certificate: "/etc/sluss/next.pem", key: "credential:as4-next"))
        #expect(configuration.tls.crlAddresses.map(\.host) == ["crl.example.se"] && configuration.as4.ocspAddress?.target == "/x?y=1")
        #expect(configuration.as4.otherEnvironments == "/etc/sluss/other.pem" && configuration.signing.key.hasPrefix("pkcs11:"))
        let fetching = RevocationSettings(fetches: false, timeout: .seconds(5), privateHosts: ["localhost", "10.1.2.3"])
        #expect(configuration.revocation == fetching)
        #expect(configuration.ownParty == PartyID("ap-1", type: "urn:x"))
        #expect(
            configuration.as4.revocation == .hard && configuration.tls.revocation == .grace(7_200)
                && configuration.as4.crls == ["/etc/sluss/as4.crl"])
        let partner = try #require(configuration.partner(organisationsnummer: "2120009903"))
        #expect(
            partner.endpoint == PartnerEndpoint(text: "https://[2001:DB8::1]/A/b%20c", host: "2001:DB8::1", port: 443, path: "/A/b%20c"))
        #expect(partner.party == PartyID("ap-2", type: "urn:x"))
        #expect(partner.tls.issuer == "/x/ca.pem" && partner.signing.issuer == "/etc/sluss/ca/sign.pem")
        #expect(
            partner.tls.pins
                == Set(["leaf:\(ConfigurationSample.otherPin)", "spki:\(ConfigurationSample.pin)"].compactMap { Pin(parsing: $0) }))
        let agreement = configuration.agreements[0]
        #expect(partner.encryptionCertificate == "/etc/sluss/partner.pem" && agreement.encryption == .off && agreement.mep == .twoWay)
        #expect(agreement.ownParticipant == "0203:region.example" && agreement.partnerParticipant == "0203:kommun.example")
        let national = configuration.agreements[1]
        #expect(national.serviceName(for: .remiss) == ServiceName("bdx:noprocess", type: "urn:fdc:digg.se:edelivery:process"))
        #expect(
            national.actionName(for: .remiss).hasPrefix("busdox-docid-qns::urn:riv:") && national.encryption == .required
                && national.mep == .oneWay)
        #expect(agreement.roles == [.kommunalHSL] && agreement.concurrency == 64 && agreement.agreementRef == "r")
        #expect(agreement.serviceName(for: .remiss) == ServiceName("s", type: "t") && agreement.actionName(for: .remiss) == "a")
        var schedule = RetrySchedule(firstDelay: .seconds(5), longestDelay: .seconds(10))
        (schedule.jitter, schedule.expiryAge, schedule.maximumAttempts) = (0, .seconds(86_400), 3)
        #expect(agreement.retry == schedule && configuration.agreements[1].retry == .sdk)
        #expect(configuration.delivery.submitInterval == .milliseconds(100) && configuration.delivery.answerTimeout == .seconds(3))
        #expect(configuration.disk == DiskSettings(minimumFreeBytes: 0, minimumFreeInodes: 0))
        #expect(
            configuration.quarantine
                == QuarantineSettings(certificate: "/etc/sluss/q.pem", maximumMessages: 7, maximumBytes: 2 << 20, age: .seconds(5 * 86_400))
        )
        #expect(configuration.messageAge == MessageAgeSettings(maximumAge: .seconds(45 * 86_400), clockSkew: .seconds(120)))
        #expect(configuration.retention == RetentionSettings(done: .seconds(3650 * 86_400), cancelled: .seconds(60 * 86_400)))
        #expect(configuration.weakenings.map(\.reason) == ["why: this", "old"])
    }

    @Test("A weakening is in force through its last day in Sweden and not after")
    func weakeningEnds() throws {
        let text = ConfigurationSample.good + "weakenings: [{ name: rsa-2048, reason: r, until: 2026-12-31 }]\n"
        let configuration = try read(text)
        let midnight = Date(timeIntervalSince1970: 1_798_758_000)  // 2027-01-01 00:00 in Stockholm
        #expect(configuration.allows(.rsa2048, at: midnight.addingTimeInterval(-1)))
        #expect(!configuration.allows(.rsa2048, at: midnight))
        #expect(!configuration.allows(.softRevocation, at: ConfigurationSample.now))
    }

    @Test("Relative paths count from the folder of the file, absolute ones stay, dots are resolved")
    func paths() throws {
        let text = ConfigurationSample.good.replacing("spool: spool", with: "spool: ../var/./spool").replacing(
            "submit: submit", with: "submit: /srv//in/")
        let paths = try read(text).paths
        #expect(
            paths == PathSettings(spool: "/etc/var/spool", submit: "/srv/in", handover: "/etc/sluss/inbox", audit: "/etc/sluss/audit.jsonl")
        )
        let here = FileManager.default.currentDirectoryPath
        #expect(try read(ConfigurationSample.good, path: "conf/a.yaml").paths.spool == FilePath.absolute("conf/spool", from: here))
    }

    @Test("A gateway that only sends has no listener; defaults need no section at all")
    func senderOnly() throws {
        let text = ConfigurationSample.good.replacing("listen:\n  host: 127.0.0.1\n  port: 8443\n", with: "")
            .replacing("    receive: [M17, M23]\n", with: "").replacing("    receive: [M23]\n", with: "").replacing(
                "paths:\n  spool: spool\n  submit: submit\n  handover: inbox\n  audit: audit.jsonl\n", with: "")
        let configuration = try read(text)
        #expect(configuration.listener == nil)
        #expect(configuration.paths.handover == "/etc/sluss/inbox")
    }

    @Test("Equal files in different layout are equal configurations, with places of their own")
    func places() throws {
        let first = try read(ConfigurationSample.good)
        let second = try read("# comment\n\n" + ConfigurationSample.good)
        #expect(first == second)
        #expect(first.places["tls.key"] == FilePlace(line: 16, column: 8) && second.places["tls.key"].line == 18)
        #expect(first.places["listen.maximum_body"] == first.places["listen"])
        #expect(first.places["partners[1].tls.pins[7]"] == first.places["partners[1].tls.pins"])
        let third = try read(ConfigurationSample.good.replacing("8443", with: "8444"))
        #expect(first != third)
    }
}

@Suite("The configuration file on disk")
struct ConfigurationFileModeTests {
    private func codes(of path: String) -> [String] {
        do throws(ConfigurationFailure) {
            return try ConfigurationFile.read(path: path, at: ConfigurationSample.now).warnings.map(\.code)
        } catch {
            return error.problems.map(\.code)
        }
    }

    @Test(
        "is refused when others may write to it, whoever they are",
        arguments: [
            (0o600, []), (0o644, []), (0o440, []), (0o620, ["C002"]), (0o602, ["C002"]), (0o666, ["C002"]),
        ] as [(mode_t, [String])])
    func mode(_ mode: mode_t, _ expected: [String]) throws {
        try TemporaryFolder.with("config") { folder in
            let path = try folder.write(ConfigurationSample.good, to: "sluss.yaml")
            chmod(path, mode)
            #expect(codes(of: path) == expected)
        }
    }

    @Test("is refused when it belongs to another user", .enabled(if: geteuid() == 0, "only root can give a file away"))
    func owner() throws {
        try TemporaryFolder.with("config") { folder in
            let path = try folder.write(ConfigurationSample.good, to: "sluss.yaml")
            chown(path, 1, 1)
            #expect(codes(of: path) == ["C002"])
        }
    }

    @Test("is refused when it is missing, a folder, a pipe or too large")
    func kinds() throws {
        try TemporaryFolder.with("config") { folder in
            #expect(codes(of: folder.file("missing.yaml")) == ["C001"])
            #expect(codes(of: folder.path) == ["C001"])
            mkfifo(folder.file("pipe"), 0o600)
            #expect(codes(of: folder.file("pipe")) == ["C001"])
            let large = try folder.write("# " + String(repeating: "x", count: ConfigurationFile.maximumBytes), to: "large.yaml")
            #expect(codes(of: large) == ["C003"])
        }
    }

    @Test("may be a symbolic link; relative paths count from the folder of the link")
    func link() throws {
        try TemporaryFolder.with("config") { folder in
            _ = try folder.makeFolder("real")
            try folder.write(ConfigurationSample.good, to: "real/sluss.yaml")
            symlink("real/sluss.yaml", folder.file("link.yaml"))
            let read = try ConfigurationFile.read(path: folder.file("link.yaml"), at: ConfigurationSample.now)
            #expect(read.configuration.paths.spool == folder.file("spool"))
        }
    }
}
