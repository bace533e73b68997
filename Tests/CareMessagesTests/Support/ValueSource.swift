import CareMessages
import Foundation

/// Random values that are the same in every run (SplitMix64): identifiers that check, times that exist, texts that need escaping.
struct ValueSource: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func flag() -> Bool { Bool.random(using: &self) }
    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(number(0...9)) }.joined() }

    /// A value half of the time.
    mutating func maybe<Value>(_ make: (inout ValueSource) -> Value) -> Value? { flag() ? make(&self) : nil }

    mutating func list<Value>(_ range: ClosedRange<Int>, _ make: (inout ValueSource) -> Value) -> [Value] {
        (0..<number(range)).map { _ in make(&self) }
    }

    mutating func choice<Code: CaseIterable>(_: Code.Type = Code.self) -> Code { choice(of: Array(Code.allCases)) }
    mutating func choice<Value>(of values: [Value]) -> Value { values[number(0...(values.count - 1))] }
    mutating func some<Code: CaseIterable & Hashable>(_: Code.Type = Code.self) -> Set<Code> {
        Set(Code.allCases.filter { _ in flag() }).union([choice(Code.self)])
    }

    mutating func uuid() -> String {
        let hexadecimal = (0..<32).map { _ in String("0123456789abcdef".randomElement(using: &self) ?? "0") }.joined()
        return [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)].map { String(Array(hexadecimal)[$0.0..<$0.1]) }.joined(separator: "-")
    }

    /// Any instant of 2000–2050, half of them with a fraction of a second.
    mutating func instant() -> Date {
        Date(timeIntervalSince1970: Double(number(946_684_800...2_524_608_000)) + (flag() ? 0 : Double(number(0...999)) / 1_000))
    }

    mutating func day() -> CalendarDay { CalendarDay(daysSince1970: number(10_957...29_219)) }
    mutating func plannedTime() -> PlannedTime { flag() ? .day(day()) : .instant(instant()) }

    /// One line of 1–40 characters without outer or double spaces, as an xs:token keeps it.
    mutating func line() -> String {
        (0..<number(1...6)).map { _ in word() }.joined(separator: " ")
    }

    /// Free text of 1–200 characters with line breaks and characters that need escaping.
    mutating func text() -> String { (0..<number(1...25)).map { _ in word() }.joined(separator: choice(of: [" ", "  ", "\n", "\t"])) }

    private mutating func word() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzåäöÅÄÖéüABC0&<>\"'-.,;:()§%½😀")
        return String((0..<number(1...6)).map { _ in choice(of: letters) })
    }

    mutating func phone() -> String { "0" + digits(number(6...10)) }
    mutating func kommunkod() -> String { choice(of: Kommunkod.all.map(\.code)) }
    mutating func lanskod() -> String { choice(of: Lanskod.all.map(\.code)) }

    mutating func organisationsnummer() -> String {
        let start = "2" + digits(1) + String(number(2...9)) + digits(6)
        return start + (Luhn.checkDigit(for: start).map(String.init) ?? "")
    }

    mutating func hsaID() -> String { "SE\(organisationsnummer())-\(choice(of: ["A", "B", "P"]))\(digits(3))" }
}
