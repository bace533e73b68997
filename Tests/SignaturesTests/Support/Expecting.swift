import Documents
import Foundation
import Testing

/// The refusal a call ends with, nil when it is accepted. Anything but a Refusal fails the test.
func refusal<Value>(_ body: () throws -> Value) -> Refusal? {
    do {
        _ = try body()
        return nil
    } catch let refusal as Refusal {
        return refusal
    } catch {
        Issue.record("not a refusal: \(error)")
        return nil
    }
}

/// The code of the refusal, or "accepted".
func verdict<Value>(_ body: () throws -> Value) -> String { refusal(body)?.code ?? "accepted" }

extension [UInt8] {
    init(_ text: String) { self = Array(text.utf8) }
}

/// Checks every code of a target: texts and remedies in both languages, codes unique and of one letter.
func checkTexts<Code: RefusalCode>(_ type: Code.Type, letter: Character) {
    #expect(Set(Code.allCases.map(\.rawValue)).count == Code.allCases.count)
    for code in Code.allCases {
        #expect(code.rawValue.first == letter && code.rawValue.count == 4)
        for text in [code.text.sv, code.text.en, code.remedy.sv, code.remedy.en] {
            #expect(text.count > 10 && text.hasSuffix("."), "\(code.rawValue): \(text)")
        }
        #expect(code.text.sv != code.text.en && code.remedy.sv != code.remedy.en)
        #expect(code.text.en != code.remedy.en)
    }
}
