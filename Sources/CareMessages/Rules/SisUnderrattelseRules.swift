import Documents
import Foundation

/// The rules of M21 Underrättelse till SiS.
enum SisUnderrattelseRules {
    static let all: [Rule] = []
}
