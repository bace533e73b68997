import Documents
import Foundation

/// The rules of M18 Remissbekräftelse.
enum RemissbekraftelseRules {
    static let all: [Rule] = []
}
