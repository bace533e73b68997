import CareMessages
import Foundation

/// The example of M25 spoiled so that a rule of its own type objects, and changed so that none does.
enum AvvikelseMutations {
    private static let m25 = MessageType.avvikelse
    private static let text =
        "Bedömningen gjordes klockan 09.30 men vi nåddes av den först 09.55, då dagens planeringsmöte var slut. "
        + "Vi vill gå igenom rutinen i samverkansgruppen."

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("the patient's number in the report", "E2501", m25, [text: "Underrättelsen om 201203159809 kom sent."]),
        Mutation("anyone's number in the report", "E2501", m25, [text: "Underrättelsen om 121212-1212 kom sent."]),
        Mutation("a report that says nothing", "E2502", m25, [text: " \n\t"]),
        Mutation("the patient's given name in the report", "W2501", m25, [text: "Underrättelsen om tilda kom sent."]),
        Mutation("the patient's family name in the report", "W2501", m25, [text: "Provbergs underrättelse kom sent."]),
        Mutation("no text", "D010", m25, [text: ""]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation(
            "the id of the case in the report", "E2501", m25, [text: "Ärende c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001, 2026-09-18 09.55."]),
        Mutation("a report of one sign", "E2502", m25, [text: "!"]),
        Mutation("words that begin like the patient's name", "W2501", m25, [text: "Provberget och tildan."]),
        Mutation("the patient's name is not known", "W2501", m25, [text: "Tilda nåddes inte."]).knowing { $0.patientNames = nil },
        Mutation("a report on a withdrawn message in a closed case", "E07", m25).knowing {
            $0.caseFacts?.isClosed = true
            for index in $0.caseFacts?.earlier.indices ?? 0..<0 { $0.caseFacts?.earlier[index].isWithdrawn = true }
        },
    ]
}
