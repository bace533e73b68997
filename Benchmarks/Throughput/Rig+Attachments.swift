import Foundation
import TestSupport

/// Messages with files, in either direction.
extension Rig {
    private func submitFolder(_ side: String) -> String { (side == "region" ? pair.regionFolder : pair.kommunFolder) + "/submit" }

    /// Links a file into the folder of a message's attachments, as `b`.
    func prepare(attachment file: String, named name: String, from side: String) throws {
        let folder = "\(submitFolder(side))/\(name).bilagor"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        // A copy: a file with a second name is refused, for somebody could still change it.
        try FileManager.default.copyItem(atPath: file, toPath: folder + "/b")
    }

    /// Writes a message under a name that is not taken yet.
    func write(_ text: String, named name: String, from side: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(submitFolder(side))/\(name).part"))
    }

    /// Lets it go.
    func release(_ name: String, from side: String) throws {
        let path = "\(submitFolder(side))/\(name)"
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path + ".xml")
    }

    /// The two at once, for a message without attachment.
    func drop(_ text: String, attachment: String?, named name: String, from side: String) throws {
        if let attachment { try prepare(attachment: attachment, named: name, from: side) }
        try write(text, named: name, from: side)
        try release(name, from: side)
    }

    /// Waits until so many messages have been handed over.
    func wait(for count: Int, in side: String) async throws {
        let inbox = (side == "region" ? pair.regionFolder : pair.kommunFolder) + "/inbox"
        let isThere = try await eventually(within: .seconds(900)) {
            ((try? FileManager.default.contentsOfDirectory(atPath: inbox)) ?? []).count { $0.hasSuffix(".xml") } == count
        }
        guard isThere else { throw SupportFailure("\(count) messages did not arrive at the \(side)") }
    }
}
