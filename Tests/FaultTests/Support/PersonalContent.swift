import CareMessages
import Foundation

/// What the examples say about people, in the forms in which it might leak.
enum PersonalContent {
    private static let elements = [
        "Fornamn", "Efternamn", "Identitetsvarde", "Fodelsedatum", "CareOf", "Utdelningsadress", "Postort", "Personalnamn", "Remittentnamn",
        "Telefon", "Inskrivningsorsak", "Fragestallning", "Bakgrund",
    ]

    /// Names, numbers, addresses and the beginnings of free texts, as they stand in the examples.
    static let words: Set<String> = {
        var found: Set<String> = []
        for bytes in ExampleFiles.all.values {
            for piece in String(decoding: bytes, as: UTF8.self).split(separator: "<") {
                let parts = piece.split(separator: ">", maxSplits: 1)
                guard parts.count == 2, parts[0].hasPrefix("sam:"), elements.contains(String(parts[0].dropFirst(4))) else { continue }
                found.insert(String(parts[1].prefix(25)))
            }
        }
        return found
    }()

    /// The same, also as JSON escapes them, as people write person numbers, and in base64.
    static let forms: [(word: String, bytes: Data)] = words.flatMap { word -> [(String, Data)] in
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
    static func occurring(in bytes: Data) -> Set<String> {
        Set(forms.filter { bytes.range(of: $0.bytes) != nil }.map(\.word))
    }

    private static func escaped(_ text: String) -> String {
        text.utf16.map { unit in
            guard unit > 0x7E else { return String(UnicodeScalar(UInt8(unit))) }
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
