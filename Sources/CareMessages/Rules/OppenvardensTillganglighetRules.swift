import Documents
import Foundation

/// The rules of M07 Öppenvårdens tillgänglighet.
enum OppenvardensTillganglighetRules {
    static let all: [Rule] = []
}
