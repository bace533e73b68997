import CLibXML2
import CShim

/// The settings of libxml2 that hold for the whole process.
package enum LibXML {
    private static let prepared: Void = {
        xmlInitParser()
        sluss_xml_silence()
        // xmlSchemas initialises its built-in types on first use without a lock.
        xmlSchemaInitTypes()
        EntityLoader.install()
    }()

    /// Readies the library once: types and tables, silent error handlers, a loader that opens nothing.
    /// Everything in this target calls it; call it at start too, before other libraries touch libxml2.
    package static func prepare() {
        _ = prepared
    }

    /// Version of the library in use, such as `2.9.14`.
    package static var version: String {
        prepare()
        guard let text = __xmlParserVersion()?.pointee, let number = Int(String(cString: text).prefix { $0.isNumber }) else { return "?" }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }

    /// How often libxml2 asked for a file or address and was refused, since start. Stays 0 unless something is wrong.
    package static var deniedLoads: Int {
        EntityLoader.deniedLoads
    }
}
