/// The configuration files of a region and a kommun that know each other, in two folders below one.
package struct GatewayPair: Sendable {
    /// The region's side; change it and ``write()`` again for a test of reloading.
    package var region: ConfigurationWriter
    /// The municipality's side.
    package var kommun: ConfigurationWriter
    /// The folder above `region` and `kommun`.
    package let folder: String

    /// Both sides on free ports, every message type agreed in both directions; nothing is written yet.
    ///
    /// - Throws: ``SupportFailure`` without certificates or ports.
    package init(in folder: String, certificates: DevelopmentPKI) throws {
        let (regionPort, kommunPort) = (try FreePort.next(), try FreePort.next())
        region = ConfigurationWriter(.region, certificates: certificates, port: regionPort)
        kommun = ConfigurationWriter(.kommun, certificates: certificates, port: kommunPort)
        region.partners = [.init(.kommun, port: kommunPort)]
        kommun.partners = [.init(.region, port: regionPort)]
        self.folder = folder
    }

    /// The folder of the region's files.
    package var regionFolder: String { folder + "/region" }
    /// The folder of the municipality's files.
    package var kommunFolder: String { folder + "/kommun" }

    /// Writes both files and returns their paths.
    ///
    /// - Throws: what ``ConfigurationWriter/write(to:)`` throws.
    package func write() throws -> (region: String, kommun: String) {
        (try region.write(to: regionFolder), try kommun.write(to: kommunFolder))
    }
}
