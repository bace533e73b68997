import TestSupport
import Testing

@testable import Gateway

@Suite("The reference of the configuration file")
struct ReferencePageTests {
    /// Rows of every table of the page whose first cell is a key: key → the other cells, with marks of code taken out.
    private static let rows: [String: [String]] = {
        let text = (try? ProjectRoot.text(of: "Docs/configuration.md")) ?? ""
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { $0.replacing("`", with: "").trimmed }
        }
        return Dictionary(rows.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
    }()

    @Test("has a row with meaning, default, limits and example for every key", arguments: ConfigurationKey.all.map(\.path))
    func describes(_ path: String) throws {
        let key = try #require(ConfigurationKey.find(path))
        let cells = try #require(Self.rows[path], "Docs/configuration.md has no row for \(path)")
        try #require(cells.count == 4)
        #expect(cells[0].count > 5)
        switch key.fallback {
        case .required: #expect(cells[1] == "required")
        case .absent: #expect(cells[1] == "–")
        case .value(let text): #expect(cells[1] == text)
        case .sameAs(let other): #expect(cells[1] == "= \(other)")
        }
        #expect(cells[2] == key.kind.limits)
        switch key.kind {
        case .section, .sections: break
        default: #expect(cells[3].hasPrefix(key.name + ": "), "the example is: \(cells[3])")
        }
    }

    @Test("describes no key that does not exist")
    func describesNoOther() {
        #expect(Set(Self.rows.keys) == Set(ConfigurationKey.all.map(\.path)))
    }

    @Test("The table names each key once, below a section that it names too")
    func table() {
        #expect(Set(ConfigurationKey.all.map(\.path)).count == ConfigurationKey.all.count)
        for key in ConfigurationKey.all where !key.section.isEmpty {
            let above = key.section.hasSuffix("[]") ? String(key.section.dropLast(2)) : key.section
            #expect(ConfigurationKey.find(above) != nil, "\(key.path) stands below nothing")
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
