import Foundation
import Glibc
import Testing

@testable import Gateway

@Suite("Who is behind a process")
struct PersonEvidenceTests {
    private static let names: [uid_t: String] = [0: "root", 900: "sluss", 1_001: "anna", 1_002: "bo"]

    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var real: uid_t = 900
        var login: uid_t?
        var above: [uid_t] = []
        var person: String
    }

    static let samples = [
        Sample(testDescription: "nobody else is known", person: "sluss"),
        Sample(testDescription: "the login counts", login: 1_001, person: "anna as sluss"),
        Sample(testDescription: "the login counts before the processes above", login: 1_001, above: [1_002, 0], person: "anna as sluss"),
        Sample(testDescription: "the account itself logged in", login: 900, above: [900], person: "sluss"),
        Sample(testDescription: "root logged in and became the account", login: 0, above: [900, 0, 0], person: "root as sluss"),
        Sample(testDescription: "a login without name tells nothing", login: 4_242, above: [1_002], person: "bo as sluss"),
        Sample(testDescription: "sudo: the shell above it is the person's", above: [900, 0, 1_001, 1_001, 0], person: "anna as sluss"),
        Sample(testDescription: "became one user, then another: the first", above: [0, 1_002, 0, 1_001, 0], person: "anna as sluss"),
        Sample(testDescription: "started by the system", above: [0, 0], person: "sluss"),
        Sample(testDescription: "the real user of a set-user-id program", real: 1_002, person: "bo as sluss"),
        Sample(testDescription: "an account above that has no name", above: [4_242], person: "uid 4242 as sluss"),
    ]

    @Test("is told by login, processes above and real user", arguments: samples)
    func person(_ sample: Sample) {
        let evidence = PersonEvidence(realUser: sample.real, effectiveUser: 900, loginUser: sample.login, ancestors: sample.above)
        #expect(evidence.person { Self.names[$0] } == sample.person)
    }

    @Test("is read from the kernel for this process, whatever the environment says")
    func current() throws {
        let before = PersonEvidence.ofThisProcess()
        #expect(before.realUser == getuid() && before.effectiveUser == geteuid() && !before.ancestors.isEmpty)
        let parent = try String(contentsOfFile: "/proc/\(getppid())/status", encoding: .utf8)
        #expect(parent.contains("Uid:\t\(before.ancestors[0])\t"))
    }

    @Test(
        "A person may release what another submitted, under whatever account; a bare account is nobody when the submitter worked as it",
        arguments: [
            ("anna", "bo", false), ("anna", "anna", true), ("anna as sluss", "bo as sluss", false), ("anna as sluss", "anna as root", true),
            ("anna as sluss", "anna", true), ("anna as sluss", "sluss", true), ("sluss", "anna as sluss", false),
            ("journal", "sluss", false),
        ])
    func secondPerson(_ submitter: String, _ releaser: String, _ isSame: Bool) {
        #expect(SecondPerson.isSame(submitter: submitter, releaser: releaser) == isSame)
    }
}
