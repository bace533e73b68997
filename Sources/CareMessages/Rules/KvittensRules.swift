import Documents
import Foundation

/// The rules of M23 Kvittens.
enum KvittensRules {
    static let all: [Rule] = []
}
