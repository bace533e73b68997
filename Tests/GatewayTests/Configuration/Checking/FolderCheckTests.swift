import Documents
import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("The check of folders", .enabled(if: Tool.arePresent("openssl", "sh"), "openssl makes the certificates"))
struct FolderCheckTests {
    @Test(
        "A folder that others can reach is refused; the group may use the drop folder and the hand-over folder",
        arguments: [
            ("spool", 0o700, []), ("spool", 0o750, ["C102 paths.spool"]), ("spool", 0o705, ["C102 paths.spool"]), ("submit", 0o770, []),
            ("submit", 0o777, ["C102 paths.submit"]), ("submit", 0o771, ["C102 paths.submit"]), ("inbox", 0o2770, []),
            ("inbox", 0o704, ["C102 paths.handover"]),
        ] as [(String, mode_t, [String])])
    func mode(name: String, mode: mode_t, expected: [String]) throws {
        let gateway = try CheckedGateway()
        #expect(try gateway.checkAfter { chmod(gateway.folder.file(name), mode) }.found == expected)
    }

    @Test("A file in place of a folder, and a folder in place of the audit trail, are refused")
    func kinds() throws {
        let gateway = try CheckedGateway()
        let outcome = try gateway.checkAfter {
            rmdir(gateway.folder.file("spool"))
            try gateway.folder.write("", to: "spool")
            _ = try gateway.folder.makeFolder("audit.jsonl")
        }
        #expect(outcome.found == ["C101 paths.spool", "C101 paths.audit"])
    }

    @Test("An audit trail that others can read is refused")
    func audit() throws {
        let gateway = try CheckedGateway()
        let outcome = try gateway.checkAfter {
            try gateway.folder.write("{}\n", to: "audit.jsonl")
            chmod(gateway.folder.file("audit.jsonl"), 0o644)
        }
        #expect(outcome.found == ["C102 paths.audit"])
    }

    @Test("A quarantine that holds something is warned about when its section is gone, and one that is empty is not")
    func quarantine() throws {
        let gateway = try CheckedGateway()
        let folder = gateway.folder.file("spool/quarantine")
        #expect(try gateway.checkAfter { mkdir(folder, 0o700) }.found == [])
        let outcome = try gateway.checkAfter { try gateway.folder.write("", to: "spool/quarantine/01arz3ndektsv4rrffq69g5fav.quarantine") }
        #expect(outcome.found == ["C125 paths.spool"] && outcome.isAccepted)
    }

    @Test("A folder that cannot be made because the one above is missing is refused")
    func missingParent() throws {
        let gateway = try CheckedGateway()
        let outcome = try gateway.check {
            $0.replacing("spool: spool", with: "spool: var/lib/spool").replacing("audit: audit.jsonl", with: "audit: log/audit.jsonl")
        }
        #expect(outcome.found == ["C100 paths.spool", "C100 paths.audit"])
        #expect(outcome.problems.first?.text.en.contains("var/lib is not a folder") == true)
    }

    @Test("Paths that meet through a symbolic link are refused")
    func linkedPaths() throws {
        let gateway = try CheckedGateway()
        let outcome = try gateway.checkAfter {
            rmdir(gateway.folder.file("submit"))
            symlink("spool", gateway.folder.file("submit"))
        }
        #expect(outcome.found == ["C060 paths.submit"])
    }

    @Test("A folder on another file system is warned about", .enabled(if: access("/dev/shm", W_OK) == 0, "needs a second file system"))
    func otherFileSystem() throws {
        let gateway = try CheckedGateway()
        let elsewhere = "/dev/shm/sluss-check-\(getpid())"
        mkdir(elsewhere, 0o700)
        defer { rmdir(elsewhere) }
        let outcome = try gateway.check { $0.replacing("submit: submit", with: "submit: \(elsewhere)") }
        #expect(outcome.found == ["C103 paths.submit"])
        #expect(outcome.isAccepted)
    }

    @Test("Too little free space is warned about at the limit it breaks")
    func space() throws {
        var gateway = try CheckedGateway()
        gateway.writer.appendix = "disk: { minimum_free: 1024GiB, minimum_free_inodes: 1000000000 }"
        let outcome = try gateway.check()
        #expect(outcome.found.contains("C104 disk.minimum_free"))
        #expect(outcome.isAccepted)
    }
}
