import Documents
import Foundation
import Testing

@testable import Gateway

@Suite("Errors in the log")
struct LoggedTroubleTests {
    @Test("An error is told by code, place or number, and never by the name or the words it carries")
    func fields() {
        let name = "201203159809 Övning.xml"
        let file = FileTrouble(operation: "open", path: "/srv/submit/\(name)", errno: 13)
        #expect(LoggedTrouble.fields(file) == ["operation": "open", "errno": "13"])
        #expect(LoggedTrouble.fields(Refusal(GatewayCode.cannotStore, detail: name)) == ["code": "R006"])
        let foreign = CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: name])
        #expect(LoggedTrouble.fields(foreign) == ["code": "CocoaError"])
    }
}
