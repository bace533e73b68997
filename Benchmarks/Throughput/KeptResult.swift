import Foundation
import TestSupport

/// Keeps figures as JSON beside those of earlier runs.
enum KeptResult {
    /// Writes a file of that name with the time, and says where.
    static func write(_ figures: some Encodable, as name: String) throws {
        let folder = ProjectRoot.file("Benchmarks/results")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let stamp = Date().formatted(Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
        try encoder.encode(figures).write(to: URL(filePath: "\(folder)/\(name)-\(stamp).json"))
        print("kept in Benchmarks/results/\(name)-\(stamp).json")
    }
}
