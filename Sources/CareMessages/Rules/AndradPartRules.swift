import Documents
import Foundation

/// The rules of M24 Part ändras.
enum AndradPartRules {
    static let all: [Rule] = []
}
