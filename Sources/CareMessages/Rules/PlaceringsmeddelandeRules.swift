import Documents
import Foundation

/// The rules of M20 Placeringsmeddelande.
enum PlaceringsmeddelandeRules {
    static let all: [Rule] = []
}
