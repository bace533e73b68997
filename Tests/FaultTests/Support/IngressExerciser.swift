import Foundation
import TestSupport

/// The program that puts files through the doors of a gateway, built beside `sluss`.
enum IngressExerciser {
    static let program = Binary.path.map { ($0 as NSString).deletingLastPathComponent + "/ingress-exerciser" }.flatMap {
        FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil
    }
}
