import CareMessages
import Documents
import Foundation
import Signatures
import TestSupport

/// One of the stories in Schemas/examples/berattelser: messages in the order they were sent.
struct Story: Sendable {
    static let folder = "Schemas/examples/berattelser"
    static let region = TestOrganisation.region.organisationsnummer
    /// Exempelkommun, which places the children and takes the adults home.
    static let kommun = TestOrganisation.kommun.organisationsnummer
    /// Provkommun, where the placed children live.
    static let neighbour = TestOrganisation.neighbour.organisationsnummer

    /// A message and the file it is read from.
    struct Part: Sendable {
        /// From the root of the repository.
        let path: String
        let xml: String
        let message: CareMessage
    }

    /// `1-barn-i-familjehem`.
    let name: String
    let parts: [Part]

    /// Every story, read once.
    static let all: Result<[Story], any Error> = Result {
        try FileManager.default.contentsOfDirectory(atPath: ProjectRoot.file(folder)).filter { $0.first?.isNumber == true }.sorted()
            .map { try Story(name: $0) }
    }

    /// The stories by number, for the arguments of tests; empty, and so failing, when a file cannot be read.
    static var numbers: [Int] { Array(1...4) }

    /// The story with a number from 1.
    static func number(_ number: Int) throws -> Story { try all.get()[number - 1] }

    private init(name: String) throws {
        self.name = name
        let names = try FileManager.default.contentsOfDirectory(atPath: ProjectRoot.file("\(Self.folder)/\(name)"))
        parts = try names.filter { $0.hasSuffix(".xml") }.sorted().map { file in
            let path = "\(Self.folder)/\(name)/\(file)"
            let bytes = try ProjectRoot.bytes(of: path)
            let message = try MessageReader.read(UnsignedContent(Document.parse(bytes)))
            return Part(path: path, xml: String(decoding: bytes, as: UTF8.self), message: message)
        }
    }

    var messages: [CareMessage] { parts.map(\.message) }

    /// The ids of the cases, in the order they began.
    var caseIDs: [String] {
        messages.map(\.envelope.caseID).reduce(into: []) { ids, id in if !ids.contains(id) { ids.append(id) } }
    }

    /// The case of the admission.
    var admission: String { messages.first { $0.type == .inskrivningsmeddelande }?.envelope.caseID ?? "" }
}

extension CareMessage {
    /// Whether an organisation sent or received it.
    func isKnown(to organisation: String) -> Bool {
        ([envelope.sender] + envelope.receivers).contains { $0.organisationsnummer == organisation }
    }
}

extension Case {
    /// Messages that came where they may not.
    var irregular: [CaseEntry] {
        entries.filter { if case .irregular = $0.standing { true } else { false } }
    }
}
