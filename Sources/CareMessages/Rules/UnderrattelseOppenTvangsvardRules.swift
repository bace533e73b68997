import Documents
import Foundation

/// The rules of M11 Underrättelse om öppen tvångsvård med samordnad vårdplan.
enum UnderrattelseOppenTvangsvardRules {
    static let all: [Rule] = []
}
