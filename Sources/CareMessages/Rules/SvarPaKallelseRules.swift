import Documents
import Foundation

/// The rules of M09 Svar på kallelse.
enum SvarPaKallelseRules {
    static let all: [Rule] = []
}
