import Foundation
import Testing

@testable import Documents

@Suite("Refusals")
struct DocumentCodeTests {
    @Test("Every code has its own text and a remedy in both languages", arguments: DocumentCode.allCases)
    func texts(_ code: DocumentCode) {
        for text in [code.text, code.remedy] {
            #expect(text.sv.hasSuffix(".") && text.en.hasSuffix(".") && text.sv != text.en)
        }
        #expect(DocumentCode.allCases.filter { $0.text == code.text } == [code])
    }

    @Test("Codes are D and three digits without gaps")
    func codes() {
        let numbers = DocumentCode.allCases.map(\.rawValue).sorted()
        #expect(numbers == (1...numbers.count).map { String(format: "D%03d", $0) })
    }

    @Test("A refusal carries its code's texts, place and detail")
    func refusal() {
        let place = Place(path: "/a", line: 7)
        let refusal = Refusal(DocumentCode.limit, at: place, detail: "depth")
        #expect(refusal.code == "D006" && refusal.text == DocumentCode.limit.text && refusal.remedy == DocumentCode.limit.remedy)
        #expect(refusal.place == place && refusal.detail == "depth")
        #expect(refusal.is(DocumentCode.limit) && !refusal.is(DocumentCode.comment))
    }

    @Test("The library's version is known and no older than the one measured")
    func version() throws {
        let parts = LibXML.version.split(separator: ".").compactMap { Int($0) }
        try #require(parts.count == 3)
        #expect((parts[0], parts[1], parts[2]) >= (2, 9, 14))
    }
}
