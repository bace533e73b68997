import Documents
import Foundation

/// The rules of M15 Besked om hälsoundersökning.
enum BeskedHalsoundersokningRules {
    static let all: [Rule] = []
}
