import Foundation
import Glibc
import TestSupport

@testable import Gateway

/// A region's gateway in a folder of its own with real certificates, to be spoiled and checked.
struct CheckedGateway {
    let folder: TemporaryFolder
    let certificates: DevelopmentPKI
    var writer: ConfigurationWriter
    /// Nil: the time of the check, for certificates are made on the way.
    var now: Date?

    init() throws {
        folder = try TemporaryFolder("check")
        certificates = try DevelopmentPKI.shared()
        writer = ConfigurationWriter(.region, certificates: certificates, port: 8443)
        writer.partners = [ConfigurationWriter.Partner(.kommun, port: 9443)]
    }

    /// Writes the file and the folders it names, lets `spoil` change the text, and checks.
    func check(_ spoil: (String) -> String = { $0 }) throws -> ConfigurationCheck.Outcome {
        let path = try writer.write(to: folder.path)
        try folder.write(spoil(String(contentsOfFile: path, encoding: .utf8)), to: "sluss.yaml")
        return ConfigurationCheck.run(path: path, at: now ?? Date())
    }

    /// The same after the folders were made and `change` was done to them; the file is not written again.
    func checkAfter(_ change: () throws -> Void) throws -> ConfigurationCheck.Outcome {
        let path = try writer.write(to: folder.path)
        try change()
        return ConfigurationCheck.run(path: path, at: now ?? Date())
    }

    /// A copy of a file in the gateway's own folder, with this mode; returns its path.
    func copy(_ path: String, as name: String, mode: mode_t = 0o600) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let copy = try folder.write(bytes, to: name)
        chmod(copy, mode)
        return copy
    }
}

extension ConfigurationCheck.Outcome {
    /// Code and key of every problem.
    var found: [String] { problems.map { "\($0.code) \($0.key)" } }
}
