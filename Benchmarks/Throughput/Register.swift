import Foundation
import TestSupport

/// `sluss-benchmark register`: where the time goes in a register of a hundred thousand cases.
enum Register {
    static func run() throws {
        let folder = try TemporaryFolder("bench-register")
        let certificates = try DevelopmentPKI.make(in: folder.path + "/certs", organisations: [.region, .kommun], as4Key: "rsa3072")
        let probe = RegisterProbe(folder: folder.path + "/register", certificates: certificates)
        let now = Date()
        let configuration = try probe.prepare(at: now)
        let (reading, judging) = try probe.measure(at: now)
        let (newest, dump) = (try probe.newest(configuration), try probe.dump(configuration))
        func seconds(_ value: Double) -> String { String(format: "%.2f s", value) }
        print(
            """
            register of \(RegisterProbe.caseCount) cases, 3 messages each
              reading the index               \(seconds(reading))
              judging deadlines and payment   \(seconds(judging))
              sluss case list, the newest     \(seconds(newest)) (to stay below 2)
              sluss case list --json, all     \(seconds(dump))
            """)
    }
}
