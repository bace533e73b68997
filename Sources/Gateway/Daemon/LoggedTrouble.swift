import Documents
import Spooling

/// What a log may tell of an error: our code and place, or the system's number. Never an error's own words: they may name a file that others
/// named, or quote what it was about.
enum LoggedTrouble {
    static func fields(_ error: any Error) -> [String: String] {
        switch error {
        case let error as SpoolError: return ["code": error.code.rawValue, "place": "\(error.place)"]
        case let error as FileTrouble: return ["operation": error.operation, "errno": "\(error.errno)"]
        case let error as Refusal: return ["code": error.code]
        default: return ["code": "\(type(of: error))"]
        }
    }
}
