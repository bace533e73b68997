import AS4
import Documents
import Foundation
import Testing

/// What a judgement came to: our code and the ebMS code, or "accepted".
struct Verdict: Equatable, CustomStringConvertible {
    let code: String
    let ebms: String?

    static let accepted = Verdict(code: "accepted", ebms: nil)

    /// Runs a judgement. Anything thrown but a refusal fails the test.
    init<Value>(of body: () throws -> Value) {
        do {
            _ = try body()
            self = .accepted
        } catch let error as EBMSError {
            self.init(code: error.refusal.code, ebms: error.code.rawValue)
        } catch let refusal as Refusal {
            self.init(code: refusal.code, ebms: nil)
        } catch {
            Issue.record("not a refusal: \(error)")
            self.init(code: "other", ebms: nil)
        }
    }

    init(code: String, ebms: String?) {
        self.code = code
        self.ebms = ebms
    }

    var description: String { ebms.map { "\(code) \($0)" } ?? code }
}
