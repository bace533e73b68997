import CareMessages
import Foundation

/// The example of M22 spoiled so that a rule of its own type objects, and changed so that none does.
enum MakuleringMutations {
    /// Each breaks the rule named.
    static let all: [Mutation] = []
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = []
}
