import Documents
import Foundation

/// The rules of M14 Begäran om hälsoundersökning.
enum BegaranHalsoundersokningRules {
    static let all: [Rule] = []
}
