import Documents
import Foundation

/// The rules of M19 Remissvar.
enum RemissvarRules {
    static let all: [Rule] = []
}
