import Documents
import Foundation

/// The rules of M03 Fast vårdkontakt utsedd.
enum FastVardkontaktUtseddRules {
    static let all: [Rule] = []
}
