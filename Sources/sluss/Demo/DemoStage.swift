import Foundation
import Glibc

/// The scratch folder of the demo: certificates, configurations, spools and logs of all organisations.
final class DemoStage: Sendable {
    let folder: String
    let region: DemoGateway
    let kommun: DemoGateway
    let neighbour: DemoGateway

    var gateways: [DemoGateway] { [region, kommun, neighbour] }
    var certificates: String { "\(folder)/certs" }

    /// Makes the folder.
    init(folder named: String?) throws {
        if let named {
            guard mkdir(named, 0o700) == 0 else {
                let why = SystemWords.text(errno)
                throw DemoFailure("mappen \(named) kan skapas (\(why))", "the folder \(named) can be made (\(why))")
            }
            folder = URL(fileURLWithPath: named).path
        } else {
            let base = FileManager.default.temporaryDirectory.path
            var template = Array("\(base)/sluss-demo-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw DemoFailure("en mapp kan skapas i \(base)", "a folder can be made in \(base)") }
            folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        region = DemoGateway(.region, in: folder)
        kommun = DemoGateway(.kommun, in: folder)
        neighbour = DemoGateway(.neighbour, in: folder)
    }

    /// Makes the authorities and the certificates, with the script that `Certs/README.md` describes.
    func makeCertificates() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments =
            ["-c", EmbeddedDevelopmentCA.script, "development-ca.sh", certificates]
            + DemoOrganisation.all.flatMap { [$0.label, $0.name, $0.number] }
        try shell.run()
        shell.waitUntilExit()
        guard shell.terminationStatus == 0 else {
            throw DemoFailure("certifikaten blir till (är openssl installerat?)", "the certificates are made (is openssl installed?)")
        }
    }

    /// Writes each organisation's folders and configuration.
    func writeConfigurations() throws {
        var ports: [String: Int] = [:]
        for port in try Self.freePorts(gateways.count) { ports[gateways[ports.count].organisation.label] = port }
        for gateway in gateways {
            for name in ["", "/submit", "/inbox"] { mkdir(gateway.folder + name, 0o700) }
            let text = try DemoConfiguration(own: gateway.organisation, ports: ports, certificates: certificates).text()
            guard
                FileManager.default.createFile(
                    atPath: gateway.configuration, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            else { throw DemoFailure("\(gateway.configuration) kan skrivas", "\(gateway.configuration) can be written") }
        }
    }

    /// Stops every gateway that runs.
    func stopAll() { for gateway in gateways where gateway.isRunning { gateway.signal(SIGTERM) } }

    /// Tells how to explore and how to stop.
    func leaveRunning(admissionCase: String) {
        let pids = gateways.compactMap(\.pid).map(String.init).joined(separator: " ")
        Terminal.data(
            "\(local("Kör", "Running")): \(gateways.map { "\($0.organisation.label) (pid \($0.pid ?? 0))" }.joined(separator: ", "))")
        Terminal.data("  sluss queue --all --config \(region.configuration)")
        Terminal.data("  sluss inbox --config \(kommun.configuration)")
        Terminal.data("  sluss case show \(admissionCase) --config \(kommun.configuration)")
        let example = local("ett inskrivningsmeddelande för exemplets barn, en gång", "a notice of admission of the example's child, once")
        Terminal.data("  sluss new M01 | sluss send --config \(region.configuration) -    \(example)")
        let answer = local("ett meddelande ur inkorgen kom fel", "a message of the inbox came wrong")
        Terminal.data("  sluss message return ID --reason TEXT --config \(kommun.configuration)    \(answer)")
        Terminal.data("\(local("Stoppa dem med", "Stop them with")): kill \(pids); rm -r \(folder)")
    }

    /// Removes every file of the demo.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Ports that were free a moment ago; all are held while they are chosen, so they differ.
    private static func freePorts(_ count: Int) throws -> [Int] {
        var held: [Int32] = []
        defer { for descriptor in held { close(descriptor) } }
        return try (0..<count).map { _ in
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            held.append(descriptor)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
                }
            }
            guard isBound else { throw DemoFailure("det finns en ledig port på maskinen", "a free port is found on loopback") }
            return Int(UInt16(bigEndian: address.sin_port))
        }
    }
}
