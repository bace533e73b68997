import CareMessages
import Documents
import Testing

@Suite("Codes of the routing")
struct RoutingCodeTests {
    @Test("Every code has text and remedy in both languages, and an own number")
    func texts() {
        for code in RoutingCode.allCases {
            for text in [code.text.sv, code.text.en, code.remedy.sv, code.remedy.en] {
                #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(code.rawValue)")
            }
        }
        let numbers = RoutingCode.allCases.map { Int($0.rawValue.dropFirst()) }
        #expect(numbers == Array(1...RoutingCode.allCases.count))
    }

    @Test("Only the unknown and the ambiguous refuse")
    func refusals() {
        #expect(RoutingCode.allCases.filter(\.isRefusal) == [.kommunUnknown, .ambiguousPlacement, .regionUnknown])
    }
}
