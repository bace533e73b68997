/// Finds Swedish person numbers in text and tells those that may belong to somebody from those that never do.
enum PersonNumbers {
    /// Skatteverket's test numbers outside the serials that are kept free for tests.
    private static let knownTestNumbers: Set<String> = ["191212121212", "197010632391"]
    /// Birth numbers that are not given to people (Skatteverket, test numbers).
    private static let freeSerials = 980...999

    /// The person and coordination numbers in a line that are valid and not test numbers: twelve digits, or eight, a sign and four.
    static func inUse(_ line: String) -> [String] {
        let bytes = [UInt8](line.utf8)
        var found: [String] = []
        var start = 0
        while start < bytes.count {
            guard isDigit(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isDigit(bytes[end]) || isSeparator(bytes, end, from: start) { end += 1 }
            let before = start > 0 ? bytes[start - 1] : UInt8(ascii: " ")
            let after = end < bytes.count ? bytes[end] : UInt8(ascii: " ")
            let digits = bytes[start..<end].filter(isDigit)
            if !isPartOfWord(before), !isPartOfWord(after), mayBelongToSomebody(digits) {
                found.append(String(decoding: digits, as: UTF8.self))
            }
            start = end + 1
        }
        return found
    }

    /// A well-formed number born on 15 March 2012 with a serial and the right check digit, for the rule's own samples.
    static func sample(serial: String, separator: String = "") -> String {
        let digits = [UInt8]("20120315\(serial)".utf8)
        return "20120315\(separator)\(serial)\(checkDigit(digits.dropFirst(2)))"
    }

    private static func mayBelongToSomebody(_ digits: [UInt8]) -> Bool {
        guard digits.count == 12, ["18", "19", "20"].contains(String(decoding: digits[..<2], as: UTF8.self)) else { return false }
        let (month, day) = (number(digits[4..<6]), number(digits[6..<8]))
        guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
        guard Int(digits[11] - UInt8(ascii: "0")) == checkDigit(digits[2..<11]) else { return false }
        return !freeSerials.contains(number(digits[8..<11])) && !knownTestNumbers.contains(String(decoding: digits, as: UTF8.self))
    }

    /// The Luhn digit over nine digits.
    private static func checkDigit(_ digits: ArraySlice<UInt8>) -> Int {
        let sum = digits.enumerated().reduce(0) { sum, next in
            let doubled = Int(next.element - UInt8(ascii: "0")) * (next.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + doubled / 10 + doubled % 10
        }
        return (10 - sum % 10) % 10
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// A minus or plus after exactly eight digits and before a digit.
    private static func isSeparator(_ bytes: [UInt8], _ place: Int, from start: Int) -> Bool {
        place - start == 8 && "-+".utf8.contains(bytes[place]) && place + 1 < bytes.count && isDigit(bytes[place + 1])
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isLetter || character.isNumber || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
