import ArgumentParser
import Documents
import Glibc

/// Options every command shares that works with a configured gateway.
struct GatewayOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .words(
            "Konfigurationsfilen. Förval: $SLUSS_CONFIG, sedan sluss.yaml här, sedan /etc/sluss/sluss.yaml.",
            "The configuration file. Default: $SLUSS_CONFIG, then sluss.yaml here, then /etc/sluss/sluss.yaml.", value: "file"),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    @Flag(
        name: .long,
        help: .words(
            "Data som JSON, ett objekt per rad; fel som JSON på standard fel.",
            "Data as JSON, one object a line; errors as JSON on standard error."))
    var json = false

    /// Where a configuration was looked for, when nobody named one.
    var searched: LocalText? {
        let named = getenv("SLUSS_CONFIG").map { String(cString: $0) } ?? ""
        guard config == nil, named.isEmpty else { return nil }
        return LocalText(
            sv: "Sökt: $SLUSS_CONFIG (inte satt), ./sluss.yaml, /etc/sluss/sluss.yaml.",
            en: "Looked for: $SLUSS_CONFIG (not set), ./sluss.yaml, /etc/sluss/sluss.yaml.")
    }

    /// The file to read.
    var file: String {
        if let config { return config }
        if let named = getenv("SLUSS_CONFIG").map({ String(cString: $0) }), !named.isEmpty { return named }
        return access("sluss.yaml", F_OK) == 0 ? "sluss.yaml" : "/etc/sluss/sluss.yaml"
    }
}
