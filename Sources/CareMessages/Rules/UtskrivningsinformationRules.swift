import Documents
import Foundation

/// The rules of M12 Utskrivningsinformation.
enum UtskrivningsinformationRules {
    static let all: [Rule] = []
}
