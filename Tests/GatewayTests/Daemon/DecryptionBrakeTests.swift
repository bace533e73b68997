import Foundation
import Testing

@testable import Gateway

@Suite("Messages that cannot be decrypted")
struct DecryptionBrakeTests {
    private let start = Date(timeIntervalSince1970: 1_796_000_000)

    private func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    @Test("Ten within a minute make the partner wait for five minutes, told once; another partner does not wait")
    func many() {
        var brake = DecryptionBrake()
        let told = (0..<12).map { brake.failed("region", at: at(Double($0))) }
        #expect(told == (0..<12).map { $0 == 9 })
        #expect(brake.pause(of: "region", at: at(12)) == 297 && brake.pause(of: "kommun", at: at(12)) == nil)
        #expect(brake.pause(of: "region", at: at(308.5)) == 1 && brake.pause(of: "region", at: at(309)) == nil)
    }

    @Test("Ten within more than a minute do not, and after a pause the count begins anew")
    func few() {
        var brake = DecryptionBrake()
        let spread = (0..<40).map { brake.failed("region", at: at(Double($0) * 7)) }
        #expect(!spread.contains(true))
        #expect(brake.pause(of: "region", at: at(280)) == nil)
        for second in 0..<10 { _ = brake.failed("kommun", at: at(Double(second))) }
        let after = (0..<9).map { brake.failed("kommun", at: at(400 + Double($0))) }
        #expect(!after.contains(true))
        #expect(brake.pause(of: "kommun", at: at(409)) == nil)
        let tenth = brake.failed("kommun", at: at(409))
        #expect(tenth)
    }

    @Test("A clock that is set back neither prolongs a pause nor counts what is to come")
    func clock() {
        var brake = DecryptionBrake()
        for second in 0..<10 { _ = brake.failed("region", at: at(Double(second))) }
        #expect(brake.pause(of: "region", at: at(-3_600)) == nil)
        let told = (0..<9).map { brake.failed("kommun", at: at(Double($0))) } + [brake.failed("kommun", at: at(-3_600))]
        #expect(!told.contains(true))
    }
}
