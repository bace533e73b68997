import Testing

@testable import Documents

/// Trees from a seed, written twice: whole, and the chosen part alone with the namespaces it stands in declared on it.
/// Exclusive canonicalization must not see the difference, and xmllint judges the second.
@Suite("Canonicalization of random trees", .enabled(if: Tool.isInstalled("xmllint")))
struct RandomTreeTests {
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    final class Node {
        var prefix = ""
        var declared: [String: String] = [:]
        var attributes: [(prefix: String, name: String, value: String)] = []
        var pieces: [Piece] = []
        enum Piece {
            case text(String)
            case node(Node)
        }
    }

    static let prefixes = ["p", "q", "r"]
    static let texts = ["x", "å&amp;", "\n", " ", "&lt;&gt;", "&#13;", "<![CDATA[<&]]>", "\u{1F600}", "\t\r\n", "'\""]
    static let values = ["1", "&quot;", "a&#10;b", "ö&lt;", "  y ", "&#x9;", "'"]

    static func tree(_ random: inout Seeded, depth: Int, scope: [String: String]) -> Node {
        let node = Node()
        for prefix in prefixes + [""] where Int.random(in: 0..<3, using: &random) == 0 {
            node.declared[prefix] = prefix == "" && Bool.random(using: &random) ? "" : "urn:\(Int.random(in: 0..<3, using: &random))"
        }
        let inside = scope.merging(node.declared) { $1 }
        let usable = prefixes.filter { inside[$0] != nil }
        node.prefix = Bool.random(using: &random) ? usable.randomElement(using: &random) ?? "" : ""
        var expanded: Set<String> = []
        for _ in 0..<Int.random(in: 0..<4, using: &random) {
            let prefix = Bool.random(using: &random) ? usable.randomElement(using: &random) ?? "" : ""
            let name = ["a", "b", "lang"].randomElement(using: &random) ?? "a"
            guard expanded.insert("\(prefix == "" ? "" : inside[prefix] ?? "") \(name)").inserted else { continue }
            node.attributes.append((prefix, name, values.randomElement(using: &random) ?? ""))
        }
        guard depth > 0 else { return node }
        for _ in 0..<Int.random(in: 0..<5, using: &random) {
            if Bool.random(using: &random) {
                node.pieces.append(.text(texts.randomElement(using: &random) ?? ""))
            } else {
                node.pieces.append(.node(tree(&random, depth: depth - 1, scope: inside)))
            }
        }
        return node
    }

    static func write(_ node: Node, extra: [String: String] = [:], without: Node? = nil) -> String {
        if node === without { return "" }
        let name = (node.prefix.isEmpty ? "" : node.prefix + ":") + "e"
        var source = "<" + name
        for (prefix, uri) in extra.merging(node.declared, uniquingKeysWith: { $1 })
        where !(prefix == "" && uri == "" && !extra.isEmpty && node.declared[""] == nil) {
            source += prefix.isEmpty ? " xmlns='\(uri)'" : " xmlns:\(prefix)='\(uri)'"
        }
        for attribute in node.attributes {
            source += " " + (attribute.prefix.isEmpty ? "" : attribute.prefix + ":") + "\(attribute.name)=\"\(attribute.value)\""
        }
        source += ">"
        for piece in node.pieces {
            switch piece {
            case .text(let text): source += text
            case .node(let child): source += write(child, without: without)
            }
        }
        return source + "</" + name + ">"
    }

    /// All nodes in document order with the namespaces around them.
    static func flat(_ node: Node, scope: [String: String] = [:]) -> [(node: Node, scope: [String: String])] {
        let inside = scope.merging(node.declared) { $1 }
        return [(node, scope)]
            + node.pieces.flatMap { piece -> [(node: Node, scope: [String: String])] in
                if case .node(let child) = piece { flat(child, scope: inside) } else { [] }
            }
    }

    private func elements(_ element: Element) -> [Element] {
        [element] + element.children.flatMap { elements($0) }
    }

    @Test("A random part of a random tree, with and without a part left out, comes out as xmllint writes the part alone", arguments: 1...60)
    func parts(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let tree = Self.tree(&random, depth: 5, scope: [:])
        let nodes = Self.flat(tree)
        let document = try parse(Self.write(tree))
        let views = elements(document.root)
        try #require(views.count == nodes.count)
        let target = Int.random(in: 0..<nodes.count, using: &random)
        let inside = Self.flat(nodes[target].node).dropFirst().map(\.node)
        let left = inside.randomElement(using: &random)
        let excluded = left.flatMap { left in nodes.firstIndex { $0.node === left } }.map { views[$0] }
        let alone = Self.write(nodes[target].node, extra: nodes[target].scope, without: left)
        let foreign = try Tool.run("xmllint", ["--exc-c14n"], file: Array(alone.utf8))
        try #require(foreign.status == 0)
        #expect(text(try Canonicalizer.bytes(views[target], excluding: excluded)) == text(foreign.output))
    }
}
