import Documents
import Foundation

/// The rules of M10 Samordnad individuell plan.
enum SamordnadPlanRules {
    static let all: [Rule] = []
}
