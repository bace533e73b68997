import CareMessages
import Documents
import Testing

@Suite("Person numbers")
struct PersonnummerTests {
    private func code(_ make: () throws -> some Any) -> String? {
        do { _ = try make() } catch { return (error as? Refusal)?.code }
        return nil
    }

    @Test("Skatteverket's test numbers are accepted", arguments: ["191212121212", "201203159809", "201005089816", "200002299816"])
    func valid(_ text: String) throws {
        let number = try Personnummer(text)
        #expect(number.digits == text)
        #expect(number.date.text.filter { $0 != "-" } == text.prefix(8))
        #expect("\(number)" == "Personnummer")
    }

    @Test(
        "A wrong number is refused for its reason",
        arguments: [
            ("191212121213", "I003"), ("19121212121", "I001"), ("1912121212122", "I001"), ("19121212-1212", "I001"), ("1212121212", "I001"),
            ("191202309819", "I002"), ("191213121212", "I002"), ("191200121212", "I002"), ("191212001212", "I002"),
            ("190002291212", "I002"),
            ("170012121212", "I002"), ("19121212121x", "I001"), ("１９１２１２１２１２１２", "I001"), ("", "I001"),
        ])
    func invalid(_ text: String, _ expected: String) {
        #expect(code { try Personnummer(text) } == expected)
    }

    @Test(
        "Written forms are read with the century of the day",
        arguments: [
            ("19121212-1212", "191212121212"), ("191212121212", "191212121212"), ("121212+1212", "191212121212"),
            ("120315-9809", "201203159809"),
        ])
    func written(_ text: String, _ digits: String) throws {
        let today = try #require(CalendarDay("2026-09-14"))
        #expect(try Personnummer(parsing: text, today: today).digits == digits)
    }

    @Test(
        "Forms nobody writes are refused",
        arguments: ["12-12121212", "121212--1212", "+1212121212", "121212 1212", "12121-1212", "121212-121"])
    func unwritten(_ text: String) throws {
        let today = try #require(CalendarDay("2026-09-14"))
        #expect(code { try Personnummer(parsing: text, today: today) } == "I001")
    }

    @Test("Every single wrong digit of a test number is refused")
    func singleErrors() {
        let number = "201203159809"
        for index in number.indices.dropFirst(2) {
            for digit in "0123456789" where digit != number[index] {
                let wrong = String(number[..<index]) + String(digit) + String(number[number.index(after: index)...])
                #expect(code { try Personnummer(wrong) } != nil)
            }
        }
    }

    @Test("A samordningsnummer has a day of 61 to 91 and no other")
    func samordningsnummer() throws {
        let number = try Samordningsnummer("197010632391")
        #expect(number.date == CalendarDay("1970-10-03"))
        #expect(try Samordningsnummer(parsing: "701063-2391", today: #require(CalendarDay("2026-09-14"))).digits == "197010632391")
        #expect(code { try Samordningsnummer("191212121212") } == "I002")
        #expect(code { try Personnummer("197010632391") } == "I002")
        #expect(code { try Samordningsnummer("197010602394") } == "I002")
        #expect(code { try Samordningsnummer("197010922393") } == "I002")
        #expect(code { try Samordningsnummer("197010632392") } == "I003")
    }
}
