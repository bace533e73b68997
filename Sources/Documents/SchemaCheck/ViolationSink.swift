import CLibXML2
import Glibc

/// Collects the violations of one validation as refusals without content.
final class ViolationSink {
    private let maximum: Int
    private(set) var violations: [Refusal] = []
    private var lastFacetNode: xmlNodePtr?

    init(maximum: Int) {
        self.maximum = max(1, maximum)
    }

    static let callback: xmlStructuredErrorFunc = { context, error in
        guard let context, let error else { return }
        Unmanaged<ViolationSink>.fromOpaque(context).takeUnretainedValue().note(error.pointee)
    }

    private func note(_ error: xmlError) {
        guard violations.count < maximum, error.level != XML_ERR_WARNING else { return }
        let kind = Self.kind(of: error)
        let node = error.node?.assumingMemoryBound(to: xmlNode.self)
        // libxml2 reports a broken facet, and then once more that the value is not of its type.
        if kind == .type, let node, node == lastFacetNode {
            lastFacetNode = nil
            return
        }
        lastFacetNode = kind.isFacet ? node : nil
        let place = node.map(NodePlace.of) ?? Place(path: nil, line: error.line > 0 ? Int(error.line) : nil)
        violations.append(Refusal(kind, at: place, detail: "\(kind.rawValue) (libxml2 \(error.code))"))
    }

    /// One number stands for a child too many and a child too few; only the fixed beginning of the text tells them apart.
    /// It is compared and thrown away: texts quote content and never leave this function.
    private static func kind(of error: xmlError) -> ViolationKind {
        let kind = ViolationKind(libraryCode: UInt32(bitPattern: error.code))
        guard error.code == Int32(XML_SCHEMAV_ELEMENT_CONTENT.rawValue), let text = error.message,
            strstr(text, "Missing child element(s)") != nil
        else {
            return kind
        }
        return .missingElement
    }
}
