import ArgumentParser
import CareMessages
import Gateway

extension MessageType: ExpressibleByArgument {
    /// `M05`, `m5`, or the name of the root element in any case.
    package init?(argument: String) {
        let written = argument.lowercased()
        let byNumber = written.wholeMatch(of: /m0?(\d{1,2})/).flatMap { match in Self.allCases.first { $0.number == Int(match.1) } }
        guard let type = byNumber ?? Self.allCases.first(where: { $0.rootElement.lowercased() == written }) else { return nil }
        self = type
    }

    /// The type that somebody probably meant: its root element for a word, its number for anything short.
    static func nearest(to argument: String) -> String? {
        NearestName.find(argument, among: allCases.map(\.rootElement)) ?? NearestName.find(argument, among: allCases.map(\.rawValue))
    }
}
