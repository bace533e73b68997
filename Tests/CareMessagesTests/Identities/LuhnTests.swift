import CareMessages
import Testing

@Suite("Check digits")
struct LuhnTests {
    /// Numbers spread over the whole range, so that every digit stands in every position.
    static let numbers: [String] = (0..<400).compactMap { index in
        let body = String(String(1_000_000_000 + (index * 7_919_777 + index * index * 31) % 999_999_999).dropFirst())
        return Luhn.checkDigit(for: body).map { body + String($0) }
    }

    @Test("Every single wrong digit is caught")
    func singleErrors() {
        var tried = 0
        for number in Self.numbers {
            #expect(number.count == 10 && Luhn.isValid(number))
            for position in number.indices {
                for digit in "0123456789" where digit != number[position] {
                    tried += 1
                    if Luhn.isValid(number.replacingCharacters(at: position, with: digit)) { Issue.record("\(number) with \(digit)") }
                }
            }
        }
        #expect(tried == Self.numbers.count * 90)
    }

    @Test("Every swap of two neighbours is caught but 09 and 90")
    func transpositions() {
        var (caught, missed) = (0, 0)
        for number in Self.numbers {
            for position in number.indices.dropLast() {
                let next = number.index(after: position)
                let pair = (number[position], number[next])
                guard pair.0 != pair.1 else { continue }
                let swapped = number.replacingCharacters(at: position, with: pair.1).replacingCharacters(at: next, with: pair.0)
                let isBlind = Set([pair.0, pair.1]) == ["0", "9"]
                guard Luhn.isValid(swapped) == isBlind else {
                    Issue.record("\(number) and \(swapped)")
                    continue
                }
                if isBlind { missed += 1 } else { caught += 1 }
            }
        }
        #expect(caught > 3_000)
        #expect(missed > 0)
    }

    @Test("Anything but digits is never valid", arguments: ["", "0", "12a", "１２", "-0", " 00", "00 "])
    func nonDigits(_ text: String) {
        #expect(!Luhn.isValid(text))
        if text != "0" { #expect(Luhn.checkDigit(for: text) == nil) }
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
        String(self[..<index]) + String(character) + String(self[self.index(after: index)...])
    }
}
