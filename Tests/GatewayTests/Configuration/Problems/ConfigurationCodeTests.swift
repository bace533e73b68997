import Documents
import Foundation
import Testing

@testable import Gateway

@Suite("The codes of configuration problems")
struct ConfigurationCodeTests {
    @Test("Every code has a text and a remedy in both languages", arguments: ConfigurationCode.allCases)
    func words(_ code: ConfigurationCode) {
        #expect(ConfigurationCode.wordings[code] != nil)
        for sentence in [code.text.sv, code.text.en, code.remedy.sv, code.remedy.en] {
            #expect(sentence.count > 10 && sentence.hasSuffix("."), "\(code.rawValue): \(sentence)")
        }
        #expect(code.text.sv != code.text.en && code.remedy.sv != code.remedy.en)
    }

    @Test("Codes are C and three digits, and no table of words has another's")
    func form() {
        for code in ConfigurationCode.allCases { #expect(code.rawValue.wholeMatch(of: /C[0-9]{3}/) != nil) }
        let tables = [
            ConfigurationCode.fileWordings, ConfigurationCode.valueWordings, ConfigurationCode.contradictionWordings,
            ConfigurationCode.materialWordings, ConfigurationCode.routingWordings, ConfigurationCode.exchangeWordings,
        ]
        #expect(tables.map(\.count).reduce(0, +) == ConfigurationCode.allCases.count)
    }

    @Test("A problem is one line that editors jump to, in both languages")
    func line() {
        let problem = ConfigurationProblem(.unknownKey, file: "a.yaml", at: FilePlace(line: 3, column: 5), key: "tls.kee")
        #expect(problem.english == "a.yaml:3:5: error C020 tls.kee: There is no such key.")
        #expect(problem.swedish == "a.yaml:3:5: fel C020 tls.kee: Nyckeln finns inte.")
    }

    @Test("A problem survives JSON")
    func json() throws {
        let problem = ConfigurationProblem(.ownEndpoint, file: "a.yaml", at: FilePlace(line: 1, column: 2), key: "k")
        let copy = try JSONDecoder().decode(ConfigurationProblem.self, from: JSONEncoder().encode(problem))
        #expect(copy == problem && copy.severity == .warning)
    }
}
