import Documents
import Foundation

/// The rules of M13 Avslut av vårdtillfälle.
enum AvslutVardtillfalleRules {
    static let all: [Rule] = []
}
