import Foundation
import Glibc

/// What the examples say about people, in the forms in which it might leak. Taken from the files in `Schemas/examples`, all of them.
package enum PersonalContent {
    private static let elements: Set = [
        "Fornamn", "Efternamn", "Identitetsvarde", "Fodelsedatum", "CareOf", "Utdelningsadress", "Postort", "Personalnamn", "Remittentnamn",
        "Telefon", "Inskrivningsorsak", "Fragestallning", "Bakgrund", "Vardnadshavarenamn", "Mottagarnamn", "Justerare", "Underlagstext",
        "Sammanfattning", "Beskrivning", "Bedomning", "Halsotillstand", "PagaendeBehandling", "BarnetsInstallning", "PatientensInstallning",
    ]

    /// Names, numbers, addresses and the beginnings of free texts, as they stand in the examples, and whatever looks like a person number.
    package static let words: Set<String> = {
        let root = ProjectRoot.file("Schemas/examples")
        var found: Set<String> = []
        for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() where name.hasSuffix(".xml") {
            guard let text = try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8) else { continue }
            for piece in text.split(separator: "<") {
                let parts = piece.split(separator: ">", maxSplits: 1)
                guard parts.count == 2, parts[0].hasPrefix("sam:"), elements.contains(String(parts[0].dropFirst(4))) else { continue }
                found.insert(String(parts[1].prefix(25)))
            }
            found.formUnion(text.matches(of: /\b(?:19|20)[0-9]{10}\b/).map { String($0.0) })
        }
        return found
    }()

    /// The same, also as JSON escapes them, as people write person numbers, and in base64. Words of fewer than five bytes would be found
    /// everywhere and are left out.
    package static let forms: [(word: String, bytes: Data)] = words.flatMap { word -> [(String, Data)] in
        var forms = [word, escaped(word)]
        if word.count == 12, word.allSatisfy(\.isNumber) {
            let (date, end) = (word.prefix(8), word.suffix(4))
            forms += ["\(date)-\(end)", "\(date.dropFirst(2))\(end)", "\(date.dropFirst(2))-\(end)"]
        }
        var data = Set(forms).map { Data($0.utf8) }
        // Where a text starts within a group of three bytes decides how it looks; the middle of each of the three is searched for.
        for shift in 0..<3 {
            let encoded = Data(repeating: 0x78, count: shift) + Data(word.utf8)
            data.append(Data(encoded.base64EncodedString().dropFirst(4).dropLast(4).utf8))
        }
        return data.filter { $0.count >= 5 }.map { (word, $0) }
    }

    /// The words that occur in some bytes.
    package static func occurring(in bytes: Data) -> Set<String> {
        bytes.withUnsafeBytes { hay in
            Set(forms.filter { form in form.bytes.withUnsafeBytes { holds(hay, $0) } }.map(\.word))
        }
    }

    /// The first letters of what occurs: a test's own output must not repeat the words. Nil when nothing does.
    package static func hint(in bytes: Data) -> String? {
        let found = occurring(in: bytes)
        return found.isEmpty ? nil : found.map { "\($0.prefix(1))…" }.sorted().joined(separator: " ")
    }

    /// Logs are long and debug builds slow: the C library looks for the first byte.
    private static func holds(_ hay: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer) -> Bool {
        guard let start = hay.baseAddress, let pattern = needle.baseAddress, needle.count > 0 else { return false }
        var offset = 0
        while hay.count - offset >= needle.count {
            guard let hit = memchr(start + offset, Int32(needle[0]), hay.count - offset - needle.count + 1) else { return false }
            if memcmp(hit, pattern, needle.count) == 0 { return true }
            offset = UnsafeRawPointer(hit) - start + 1
        }
        return false
    }

    private static func escaped(_ text: String) -> String {
        text.utf16.map { unit in
            guard unit > 0x7E else { return String(UnicodeScalar(UInt8(unit))) }
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
