import Foundation

/// Rules that need more than one file to judge. Each takes what it looks at, so that its test can give it something bad.
enum ProjectRules {
    /// Files of one target that share a base name: they do not build together.
    static func sharedNames(_ paths: [String]) -> [Offence] {
        let swift = paths.filter { $0.hasSuffix(".swift") && $0.split(separator: "/").count > 2 }
        let groups = Dictionary(grouping: swift) { path in
            let parts = path.split(separator: "/")
            return "\(parts[0])/\(parts[1]): \(parts[parts.count - 1])"
        }
        return groups.values.filter { $0.count > 1 }.flatMap { group in
            group.sorted().map { Offence(path: $0, line: 0, words: "shares its name with \(group.count - 1) more in the target") }
        }.sorted { $0.path < $1.path }
    }

    /// Files whose main type is not the one they are named after: none of the types or functions in them has their name.
    static func misnamedFiles(_ files: [SourceFile]) -> [Offence] {
        files.filter { $0.isSwift && !$0.isGenerated && !["main.swift", "Package.swift"].contains($0.name) }.compactMap { file in
            let base = file.name.dropLast(".swift".count).prefix { $0 != "+" }
            let words = file.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            let isNamed = words.contains { $0.lowercased() == base.lowercased() }
            return isNamed ? nil : Offence(path: file.path, line: 0, words: "declares nothing called \(base)")
        }
    }

    /// Every stable code that a Swift enum declares, as in `case tooLarge = "D001"`, with its place.
    static func declaredCodes(_ files: [SourceFile]) -> [String: Offence] {
        var codes: [String: Offence] = [:]
        for file in files where file.isSwift && file.text.contains("= \"") {
            for (number, line) in file.lines.enumerated() {
                guard let match = line.firstMatch(of: /^\s*case `?\w+`? = "([A-Z]{1,4}\d{3})"/) else { continue }
                codes[String(match.1)] = Offence(path: file.path, line: number + 1, words: "code \(match.1)")
            }
        }
        return codes
    }

    /// Codes that the page does not explain, and codes on the page that no source has any more.
    static func undocumentedCodes(_ files: [SourceFile], page: String) -> [Offence] {
        let declared = declaredCodes(files)
        let onPage = Set(page.matches(of: /\b[A-Z]{1,4}\d{3}\b/).map { String($0.0) })
        let missing = declared.filter { !onPage.contains($0.key) }.map { code, place in
            Offence(path: place.path, line: place.line, words: "\(code) is not explained in Docs/errors.md")
        }
        // Only families of codes that the sources declare this way; the page may list rules of the law too.
        let families = Set(declared.keys.map(family))
        let stale = onPage.filter { families.contains(family($0)) && declared[$0] == nil }.map {
            Offence(path: "Docs/errors.md", line: 0, words: "\($0) is not in the sources")
        }
        return (missing + stale).sorted { $0.description < $1.description }
    }

    /// Documents that are mentioned in comments or texts and do not exist.
    static func missingDocuments(_ files: [SourceFile], paths: [String]) -> [Offence] {
        let known = Set(paths)
        let names = Set(paths.compactMap { $0.split(separator: "/").last.map(String.init) })
        return files.filter { $0.path != "LICENSE" && $0.text.contains(".md") }.flatMap { file in
            file.lines.enumerated().flatMap { number, line in
                line.matches(of: /[A-Za-z0-9_.\/:-]*[A-Za-z0-9_-]\.md\b/).compactMap { match in
                    let mention = String(match.0)
                    guard !mention.contains("://") else { return nil }
                    let path = mention.hasPrefix("./") ? String(mention.dropFirst(2)) : mention
                    let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
                    let isThere =
                        known.contains(path) || known.contains("\(folder)/\(path)") || (!path.contains("/") && names.contains(path))
                        || (path.hasPrefix("../") && names.contains(path.split(separator: "/").last.map(String.init) ?? ""))
                    return isThere ? nil : Offence(path: file.path, line: number + 1, words: "mentions \(mention), which is not here")
                }
            }
        }
    }

    /// Files above a size that belongs elsewhere.
    static func largeFiles(_ sizes: [String: Int], limit: Int = 512 * 1024) -> [Offence] {
        sizes.filter { $0.value > limit }.map { Offence(path: $0.key, line: 0, words: "\($0.value) bytes") }.sorted { $0.path < $1.path }
    }

    /// Private keys and certificates: they are made where they are used and never committed.
    static func keyMaterial(_ files: [SourceFile]) -> [Offence] {
        files.flatMap { file in
            file.lines.enumerated().compactMap { number, line in
                line.hasPrefix("-----BEGIN ") ? Offence(path: file.path, line: number + 1, words: "key or certificate") : nil
            }
        }
    }

    private static func family(_ code: String) -> Substring { code.prefix { $0.isLetter } }
}
