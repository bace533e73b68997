/// The check digit of Swedish person and organisation numbers: weights 2, 1, 2, … from the left of an even-length number.
///
/// Catches every single wrong digit and every swap of neighbours but 09 ↔ 90.
package enum Luhn {
    /// True when the last digit is the check digit of those before it. False for anything but ASCII digits, and for fewer than two.
    package static func isValid(_ text: some StringProtocol) -> Bool {
        guard let digits = digits(text), digits.count >= 2 else { return false }
        return sum(digits, doublesLast: false) % 10 == 0
    }

    /// The digit that, put after `text`, makes it valid; `nil` when `text` is not all ASCII digits or is empty.
    package static func checkDigit(for text: some StringProtocol) -> Int? {
        guard let digits = digits(text), !digits.isEmpty else { return nil }
        return (10 - sum(digits, doublesLast: true) % 10) % 10
    }

    private static func sum(_ digits: [Int], doublesLast: Bool) -> Int {
        var total = 0
        var doubles = doublesLast
        for digit in digits.reversed() {
            let weighted = doubles ? digit * 2 : digit
            total += weighted > 9 ? weighted - 9 : weighted
            doubles.toggle()
        }
        return total
    }

    private static func digits(_ text: some StringProtocol) -> [Int]? {
        var digits: [Int] = []
        for byte in text.utf8 {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            digits.append(Int(byte) - 0x30)
        }
        return digits
    }
}
