import Documents

/// Why the daemon does not start, or starts with less than it was configured for: the machine gives it too little.
package enum StartCode: String, RefusalCode {
    /// The limit of open files leaves no room for the spool, the deliveries and a listener worth the name.
    case tooFewFiles = "G301"
    /// The limit of open files does not allow `listen.maximum_connections`; fewer are taken.
    case fewerConnections = "G302"
    /// libxml2 is older than the one whose faults we know.
    case oldLibXML = "G303"
    /// OpenSSL is older than the one whose faults we know.
    case oldOpenSSL = "G304"

    /// What is wrong, for the operator.
    package var text: LocalText {
        switch self {
        case .tooFewFiles:
            LocalText(
                sv: "Tjänsten får ha för få filer öppna; den startar inte.", en: "Too few files may be open; the daemon does not start.")
        case .fewerConnections:
            LocalText(
                sv: "Tjänsten får ha för få filer öppna för listen.maximum_connections; färre anslutningar tas emot.",
                en: "Too few files may be open for listen.maximum_connections; fewer connections are taken.")
        case .oldLibXML:
            LocalText(sv: "libxml2 är för gammalt; tjänsten startar inte.", en: "libxml2 is too old; the daemon does not start.")
        case .oldOpenSSL:
            LocalText(sv: "OpenSSL är för gammalt; tjänsten startar inte.", en: "OpenSSL is too old; the daemon does not start.")
        }
    }

    /// What can be done about it.
    package var remedy: LocalText {
        switch self {
        case .tooFewFiles, .fewerConnections:
            LocalText(
                sv: "Höj gränsen (LimitNOFILE= i systemd, ulimit -n), eller sänk listen.maximum_connections och concurrency.",
                en: "Raise the limit (LimitNOFILE= of systemd, ulimit -n), or lower listen.maximum_connections and concurrency.")
        case .oldLibXML, .oldOpenSSL:
            LocalText(
                sv: "Installera distributionens säkerhetsuppdateringar; kontrollera att ingen äldre kopia ligger i bibliotekssökvägen.",
                en: "Install the security updates of the distribution; check that no older copy stands in the library path.")
        }
    }
}
