import CareMessages
import Foundation
import Gateway
import Spooling
import TestSupport

/// How long a register of a hundred thousand cases takes to read and to list, by the code of `sluss case list`. The spool's folders are not
/// read: what three hundred thousand of them cost is the file system's affair.
struct RegisterProbe {
    let folder: String

    private static let caseCount = 100_000

    func run(_ result: inout QuickResult) throws {
        let root = folder + "/register"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        let index = LedgerIndex(root: root)
        let now = Date()
        index.append(try lines(at: now), after: index.read())
        let clock = ContinuousClock()
        let began = clock.now
        let cases = CaseCollection(index.read().lines)
        result.registerReadSeconds = (clock.now - began).seconds
        let read = clock.now
        let reports = cases.compactMap { CaseReport($0, under: .law, at: now) }.sorted(by: CaseReport.precedes)
        result.registerListSeconds = (clock.now - read).seconds
        result.cases = reports.count
        guard reports.count == Self.caseCount, reports.allSatisfy({ $0.messages == 3 && $0.payment != nil }) else {
            throw SupportFailure("the register has \(reports.count) cases")
        }
        try FileManager.default.removeItem(atPath: root)
    }

    /// The events of an admission (M01, M02, M05), again and again with ids and times of their own.
    private func lines(at now: Date) throws -> [LedgerLine] {
        let types: [MessageType] = [.inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar]
        let story = try types.map { CaseEvent(try Judge.message(ExampleFiles.all[ExampleMessage.fileName($0)] ?? [])) }
        guard let last = story.last?.sent else { throw SupportFailure("no examples") }
        var random = SystemRandomNumberGenerator()
        var lines: [LedgerLine] = []
        lines.reserveCapacity(story.count * Self.caseCount)
        let key = String(repeating: "5a", count: 32)
        for number in 0..<Self.caseCount {
            let caseID = UUID().uuidString.lowercased()
            let shift = now.timeIntervalSince(last) - Double(number) * 60
            for event in story {
                var event = event
                (event.messageID, event.caseID) = (UUID().uuidString.lowercased(), caseID)
                (event.refersTo, event.replaces) = (nil, nil)
                event.sent += shift
                event.facts.admitted? += shift
                event.facts.assessed? += shift
                lines.append(
                    LedgerLine(
                        event, id: MessageID.make(at: event.sent, random: &random), isInbound: false, partner: "kommun",
                        patientKeys: [key]))
            }
        }
        return lines
    }
}
