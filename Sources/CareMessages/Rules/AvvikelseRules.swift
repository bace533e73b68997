import Documents
import Foundation

/// The rules of M25 Avvikelse i samverkan.
enum AvvikelseRules {
    static let all: [Rule] = []
}
