import Foundation

/// A responder of OCSP that lives: the process `openssl ocsp`, for the issuing authority of one use, which signs for itself.
package final class OCSPResponder: Sendable {
    /// What it says about a certificate. About one that it was not told of it says "unknown".
    package enum Status: Sendable { case good, revoked }

    /// Its address.
    package var url: String { "http://127.0.0.1:\(port)/" }
    private let port: Int
    private let folder: TemporaryFolder
    private let process: ChildProcess

    /// Starts it and waits until it listens.
    ///
    /// - Parameter certificates: PEM files and what it says about each.
    /// - Throws: ``SupportFailure`` when openssl does not start.
    package init(_ pki: DevelopmentPKI, _ use: DevelopmentPKI.Use, certificates: [(path: String, status: Status)]) async throws {
        folder = try TemporaryFolder("ocsp")
        port = try FreePort.next()
        let openssl = try Tool.require("openssl")
        var lines: [String] = []
        for (path, status) in certificates {
            let shown = try openssl.runBlocking(["x509", "-in", path, "-noout", "-serial"])
            guard let serial = shown.outputText.split(separator: "=").last?.filter(\.isHexDigit) else {
                throw SupportFailure("no serial in \(path)")
            }
            let fields = status == .good ? ["V", "491231235959Z", ""] : ["R", "491231235959Z", "200101000000Z"]
            lines.append((fields + [String(serial), "unknown", "/CN=\(serial)"]).joined(separator: "\t"))
        }
        try folder.write(lines.map { $0 + "\n" }.joined(), to: "index.txt")
        let authority = pki.issuing(use)
        let log = open(folder.file("log"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [log, nothing] where descriptor >= 0 { close(descriptor) } }
        process = try ChildProcess(
            .init(
                path: openssl.path,
                arguments: [
                    "ocsp", "-index", folder.file("index.txt"), "-port", "\(port)", "-CA", authority, "-rsigner", authority,
                    "-rkey", "\(pki.folder)/ca/\(use.rawValue)-issuing.key", "-nmin", "60", "-ignore_err",
                ]), streams: .init(input: nothing, output: log, errors: log))
        let isListening = try await eventually { text.contains("aiting for OCSP client connections") }
        guard isListening else { throw SupportFailure("openssl ocsp: \(text)") }
    }

    /// What it has written.
    package var text: String { (try? String(contentsOfFile: folder.file("log"), encoding: .utf8)) ?? "" }

    deinit { process.end() }
}
