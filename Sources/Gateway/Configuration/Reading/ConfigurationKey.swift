/// One key of the configuration file: where it may stand, what it may hold, and what applies without it.
///
/// The table ``all`` is the only place that knows names, limits and defaults: the reader takes them from it, and a test holds
/// `Docs/configuration.md` to it.
package struct ConfigurationKey: Sendable, Equatable {
    /// What a key holds.
    package indirect enum Kind: Sendable, Equatable {
        /// Keys below it.
        case section
        /// A list of sections, at most so many.
        case sections(maximum: Int)
        /// A list of single values, at most so many.
        case list(of: Kind, maximum: Int)
        case integer(ClosedRange<Int>)
        case fraction(ClosedRange<Double>)
        case duration(ClosedRange<Duration>)
        /// Bytes.
        case size(ClosedRange<Int>)
        case flag
        case word([String])
        /// One of the words, or keys below it.
        case wordOrSection([String])
        /// Free text on one line, at most so many characters.
        case text(maximum: Int)
        case name
        case organisationsnummer
        case areaCode
        case host
        case endpoint
        /// An http or https address that revocation lists or OCSP answers are fetched from.
        case fetchAddress
        /// Where a private key lies: path of a PEM file, `credential:NAME` or `pkcs11:…`.
        case keyPlace
        /// Path of a file or folder.
        case file
        /// Path of an HTTP address.
        case urlPath
        case pin
        case date
        /// Time of day, `HH:MM`.
        case time
    }

    /// What applies when the key is missing.
    package enum Fallback: Sendable, Equatable {
        /// Nothing: the key must be there.
        case required
        /// The feature is absent, the list is empty, or the defaults of the keys below apply.
        case absent
        /// This text, read as if it stood in the file.
        case value(String)
        /// The value of another key.
        case sameAs(String)
    }

    /// Dotted path; `[]` stands for any position of a list: `partners[].tls.pins`.
    package let path: String
    /// What it holds.
    package let kind: Kind
    /// What applies without it.
    package let fallback: Fallback

    init(_ path: String, _ kind: Kind, _ fallback: Fallback = .required) {
        self.path = path
        self.kind = kind
        self.fallback = fallback
    }

    /// Last part of the path.
    package var name: String { path.split(separator: ".").last.map(String.init) ?? path }

    /// Path of the section it stands in; empty at the top.
    var section: String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? "" }

    /// The key with this path, positions written as `[]`.
    static func find(_ path: String) -> ConfigurationKey? { byPath[path] }

    /// Names of the keys that may stand in a section.
    static func names(in section: String) -> [String] { bySection[section]?.map(\.name) ?? [] }

    /// Keys of a section.
    static func keys(in section: String) -> [ConfigurationKey] { bySection[section] ?? [] }

    private static let byPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    private static let bySection = Dictionary(grouping: all, by: \.section)
}
