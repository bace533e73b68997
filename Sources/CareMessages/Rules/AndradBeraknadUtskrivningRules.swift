import Documents
import Foundation

/// The rules of M02 Ändrad beräknad utskrivning.
enum AndradBeraknadUtskrivningRules {
    static let all: [Rule] = []
}
