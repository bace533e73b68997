import Documents
import Foundation

/// The rules of M16 Utlåtande efter hälsoundersökning.
enum UtlatandeHalsoundersokningRules {
    static let all: [Rule] = []
}
