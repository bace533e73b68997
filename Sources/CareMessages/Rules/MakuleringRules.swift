import Documents
import Foundation

/// The rules of M22 Makulering eller rättelse.
enum MakuleringRules {
    static let all: [Rule] = []
}
