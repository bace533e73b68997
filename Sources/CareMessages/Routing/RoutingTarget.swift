import Documents

/// Which organisation is meant, before an address has been found for it.
package struct RoutingTarget: Hashable, Sendable, Codable {
    /// Which list the code is from.
    package enum Kind: String, Sendable, Codable {
        /// A municipality, by its kommunkod.
        case kommun
        /// A region, by its länskod.
        case region
        /// Statens institutionsstyrelse; without a code.
        case sis
        /// An organisation, by its organisationsnummer.
        case organisation
    }

    /// Which list the code is from.
    package let kind: Kind
    /// The code; empty for SiS.
    package let code: String

    /// The municipality with this kommunkod.
    package static func kommun(_ code: String) -> RoutingTarget { RoutingTarget(kind: .kommun, code: code) }
    /// The region with this länskod.
    package static func region(_ code: String) -> RoutingTarget { RoutingTarget(kind: .region, code: code) }
    /// Statens institutionsstyrelse.
    package static let sis = RoutingTarget(kind: .sis, code: "")
    /// The organisation with this number.
    package static func organisation(_ number: String) -> RoutingTarget { RoutingTarget(kind: .organisation, code: number) }

    /// Code and name, for people: `0319 Älvkarleby`.
    package var name: String {
        switch kind {
        case .kommun: (try? Kommunkod(code)).map { "\(code) \($0.name)" } ?? code
        case .region: (try? Lanskod(code)).flatMap { Region($0) }.map { "\(code) \($0.name)" } ?? code
        case .sis: "SiS"
        case .organisation: code
        }
    }

    /// The same for a municipality and a region that are one organisation: Gotland (lag 2017:612, 1 kap. 1 §).
    var key: RoutingTarget {
        guard kind == .region, let kommun = (try? Lanskod(code)).flatMap({ Region($0) })?.kommunkod else { return self }
        return .kommun(kommun.code)
    }
}
