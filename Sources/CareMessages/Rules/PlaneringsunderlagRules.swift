import Documents
import Foundation

/// The rules of M04 Planeringsunderlag.
enum PlaneringsunderlagRules {
    static let all: [Rule] = []
}
