import CareMessages
import Foundation
import TestSupport

/// A folder with committed examples, as a hand-over folder would hold them.
struct ExampleArchive {
    /// The child's admission of the examples.
    static let admission = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001"

    let folder: TemporaryFolder

    init(_ types: [MessageType] = MessageType.allCases) throws {
        folder = try TemporaryFolder("archive")
        for type in types {
            let name = ExampleMessage.fileName(type)
            try folder.write(ExampleFiles.all[name] ?? [], to: name)
        }
    }

    /// Puts a message beside the others that replaces one of them.
    func replace(_ type: MessageType) throws {
        let id = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e9\(type.rawValue.dropFirst())f"
        let text = String(decoding: ExampleFiles.all[ExampleMessage.fileName(type)] ?? [], as: UTF8.self)
        let own = text.firstMatch(of: /<sam:Meddelandeid>([^<]+)</).map { String($0.1) } ?? ""
        let correction = "<sam:Ersatter><sam:Meddelandeid>\(own)</sam:Meddelandeid><sam:Orsak>Rättad tid</sam:Orsak></sam:Ersatter>"
        guard let first = text.range(of: own), let ground = text.range(of: "<sam:RattsligGrund>") else {
            throw SupportFailure("the example has no id")
        }
        let corrected =
            text[..<first.lowerBound] + id + text[first.upperBound..<ground.lowerBound] + correction + text[ground.lowerBound...]
        try folder.write(String(corrected), to: "correction.xml")
    }
}
