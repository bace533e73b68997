import CareMessages
import Documents
import Testing

/// What a check digit is there for, tried on random valid numbers of every kind that has one: each wrong digit and each swap of two
/// neighbours is refused. The exceptions are named with the kind.
@Suite("Slips of the pen")
struct CheckDigitPropertyTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        let name: String
        /// Positions, from 0, that the check digit covers, itself included. Errors elsewhere may pass.
        let covered: Range<Int>
        let make: @Sendable (inout ValueSource) -> String
        let accepts: @Sendable (String) -> Bool
        var testDescription: String { name }
    }

    static let kinds = [
        // The century stands outside the check digit: 19 for 20 passes unless the date does not exist.
        Kind(name: "personnummer", covered: 2..<12, make: { dated(&$0, plus: 0) }, accepts: { (try? Personnummer($0)) != nil }),
        Kind(name: "samordningsnummer", covered: 2..<12, make: { dated(&$0, plus: 60) }, accepts: { (try? Samordningsnummer($0)) != nil }),
        Kind(
            name: "organisationsnummer", covered: 0..<10, make: { $0.organisationsnummer() },
            accepts: { (try? Organisationsnummer($0)) != nil }),
        // After the hyphen a HSA-id has no check.
        Kind(name: "HSA-id", covered: 2..<12, make: { $0.hsaID() }, accepts: { (try? HSAIdentity($0)) != nil }),
        // 99 is the form; the century of the year after it stands outside the check digit.
        Kind(name: "Stockholm", covered: 4..<12, make: stockholm, accepts: { LokaltReservnummer.stockholm.accepts($0) }),
        Kind(name: "Inera", covered: 2..<12, make: inera, accepts: { LokaltReservnummer.inera.accepts($0) }),
        Kind(
            name: "Västra Götaland", covered: 2..<12, make: vastraGotaland, accepts: { LokaltReservnummer.vastraGotaland.accepts($0) }),
    ]

    private static func closed(_ start: String, countedFrom position: Int) -> String {
        start + (Luhn.checkDigit(for: start.dropFirst(position)).map(String.init) ?? "")
    }

    private static func dated(_ source: inout ValueSource, plus offset: Int) -> String {
        let day = source.day()
        let parts = [day.year, day.month, day.day + offset].map { ($0 < 10 ? "0" : "") + String($0) }
        return closed(parts.joined() + source.digits(3), countedFrom: 2)
    }

    private static func stockholm(_ source: inout ValueSource) -> String {
        closed("99" + String(source.number(1900...2030)) + source.digits(5), countedFrom: 4)
    }

    private static func inera(_ source: inout ValueSource) -> String {
        let month = source.number(1...12)
        let start = String(source.number(1900...2030)) + (month < 10 ? "0" : "") + String(month)
        return closed(start + String(source.number(32...59)) + source.digits(3), countedFrom: 2)
    }

    private static func vastraGotaland(_ source: inout ValueSource) -> String {
        let date = source.day().text.filter { $0 != "-" }
        let letter = source.choice(of: ["K", "M", "X"])
        let number = letter == "X" ? source.number(80...89) : source.number(3...39) * 2 + (letter == "M" ? 1 : 0)
        let pair = (number < 10 ? "0" : "") + String(number)
        let value = ["K": "5", "M": "7", "X": "8"][letter] ?? ""
        let check = Luhn.checkDigit(for: date.dropFirst(2) + value + pair).map(String.init) ?? ""
        return date + letter + pair + check
    }

    private func numbers(_ kind: Kind) -> [String] {
        var source = ValueSource(seed: 18)
        return (0..<300).map { _ in kind.make(&source) }
    }

    @Test("Random numbers are valid", arguments: kinds)
    func valid(_ kind: Kind) {
        #expect(Set(numbers(kind)).count > 250)
        for number in numbers(kind) where !kind.accepts(number) { Issue.record("\(kind.name): a made number is refused") }
    }

    @Test("Every single wrong digit that the check digit covers is caught", arguments: kinds)
    func singleErrors(_ kind: Kind) {
        var tried = 0
        for number in numbers(kind).map(Array.init) {
            for position in kind.covered where number[position].isNumber {
                for digit in "0123456789" where digit != number[position] {
                    var wrong = number
                    wrong[position] = digit
                    tried += 1
                    if kind.accepts(String(wrong)) { Issue.record("\(kind.name): position \(position)") }
                }
            }
        }
        #expect(tried >= 300 * (kind.covered.count - 1) * 9)
    }

    @Test("Every swap of two neighbours that the check digit covers is caught, but 09 and 90", arguments: kinds)
    func transpositions(_ kind: Kind) {
        var caught = 0
        var blindPassed = 0
        for number in numbers(kind).map(Array.init) {
            for position in kind.covered.dropLast() where number[position] != number[position + 1] {
                var wrong = number
                wrong.swapAt(position, position + 1)
                let isBlind = Set([number[position], number[position + 1]]) == ["0", "9"]
                switch (kind.accepts(String(wrong)), isBlind) {
                case (false, _): caught += 1
                case (true, true): blindPassed += 1
                case (true, false): Issue.record("\(kind.name): positions \(position) and \(position + 1)")
                }
            }
        }
        #expect(caught > 1_000)
        // The blind spot is real: it shows in every kind with enough free digits.
        #expect(blindPassed > 0)
    }

    @Test("In a Västra Götaland number a K, M or X for another is caught by the number after it")
    func letters() throws {
        let kind = try #require(Self.kinds.last)
        for number in numbers(kind) {
            for letter in ["K", "M", "X"] where !number.contains(letter) {
                let wrong = number.replacing(/[KMX]/, with: letter)
                if kind.accepts(wrong) { Issue.record("\(letter) passes") }
            }
        }
    }

    @Test("A date that does not exist is refused with a right check digit", arguments: ["20230229", "19000229", "20231301", "20230431"])
    func dates(_ date: String) {
        let number = Self.closed(date + "980", countedFrom: 2)
        #expect(throws: Refusal(IdentityCode.date)) { try Personnummer(number) }
        let shifted = String(date.prefix(6)) + String((Int(date.suffix(2)) ?? 0) + 60)
        #expect(throws: Refusal(IdentityCode.date)) { try Samordningsnummer(Self.closed(shifted + "980", countedFrom: 2)) }
    }

    @Test("A month in a samordningsnummer is never shifted")
    func shiftedMonth() {
        #expect(throws: Refusal(IdentityCode.date)) { try Samordningsnummer(Self.closed("19707063980", countedFrom: 2)) }
    }
}
