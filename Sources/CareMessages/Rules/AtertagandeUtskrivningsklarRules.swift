import Documents
import Foundation

/// The rules of M06 Återtagande av utskrivningsklar.
enum AtertagandeUtskrivningsklarRules {
    static let all: [Rule] = []
}
