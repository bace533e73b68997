import Documents
import Foundation

/// The rules of M08 Kallelse till SIP.
enum KallelseTillSipRules {
    static let all: [Rule] = []
}
