import Documents
import NIOHTTP1
import Testing

@testable import Gateway

@Suite("Request rules")
struct RequestRulesTests {
    private static let good: HTTPHeaders = ["Host": "gw", "Content-Length": "4"]
    private static let rules = RequestRules(path: "/as4", maximumBody: 100)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: ListenerCode
        let head: HTTPRequestHead

        init(_ name: String, _ code: ListenerCode, _ method: HTTPMethod = .POST, uri: String = "/as4", minor: Int = 1, headers: HTTPHeaders)
        {
            testDescription = name
            self.code = code
            head = HTTPRequestHead(version: HTTPVersion(major: 1, minor: minor), method: method, uri: uri, headers: headers)
        }

        init(_ name: String, _ code: ListenerCode, _ method: HTTPMethod = .POST, uri: String = "/as4", plus: [(String, String)] = []) {
            var headers = RequestRulesTests.good
            for (name, value) in plus { headers.add(name: name, value: value) }
            self.init(name, code, method, uri: uri, headers: headers)
        }
    }

    static let refused: [Case] = [
        Case("two Content-Length that agree", .malformed, plus: [("Content-Length", "4")]),
        Case("two Content-Length that differ", .malformed, plus: [("content-length", "5")]),
        Case("length and chunked", .malformed, plus: [("Transfer-Encoding", "chunked")]),
        Case("a list of lengths", .malformed, headers: ["Host": "gw", "Content-Length": "4, 4"]),
        Case("a signed length", .malformed, headers: ["Host": "gw", "Content-Length": "+4"]),
        Case("a negative length", .malformed, headers: ["Host": "gw", "Content-Length": "-4"]),
        Case("a hexadecimal length", .malformed, headers: ["Host": "gw", "Content-Length": "0x4"]),
        Case("a length past every integer", .malformed, headers: ["Host": "gw", "Content-Length": "99999999999999999999"]),
        Case("Arabic-Indic digits", .malformed, headers: ["Host": "gw", "Content-Length": "٤"]),
        Case("an empty length", .malformed, headers: ["Host": "gw", "Content-Length": ""]),
        Case("an unknown transfer coding", .malformed, headers: ["Host": "gw", "Transfer-Encoding": "xchunked"]),
        Case("two transfer codings", .malformed, headers: ["Host": "gw", "Transfer-Encoding": "gzip, chunked"]),
        Case("chunked in HTTP/1.0", .malformed, minor: 0, headers: ["Host": "gw", "Transfer-Encoding": "chunked"]),
        Case("HTTP/1.0", .versionUnsupported, minor: 0, headers: good),
        Case("no Host", .malformed, headers: ["Content-Length": "4"]),
        Case("two Hosts", .malformed, plus: [("Host", "other")]),
        Case("an empty Host", .malformed, headers: ["Host": "", "Content-Length": "4"]),
        Case("a Host with a user", .malformed, headers: ["Host": "a@b", "Content-Length": "4"]),
        Case("a control character in a value", .malformed, plus: [("X", "a\u{0b}b")]),
        Case("a line feed in a value", .malformed, plus: [("X", "a\nY: b")]),
        Case("a name that is no token", .malformed, plus: [("X Y", "a")]),
        Case("absolute form", .malformed, uri: "http://gw/as4"),
        Case("authority form", .malformed, uri: "gw:443"),
        Case("asterisk form", .malformed, uri: "*"),
        Case("another path", .wrongPath, uri: "/as4/"),
        Case("a query", .wrongPath, uri: "/as4?x=1"),
        Case("an encoded path", .wrongPath, uri: "/%61s4"),
        Case("GET", .wrongMethod, .GET),
        Case("a method of one's own", .wrongMethod, .RAW(value: "FETCH")),
        Case(
            "two Content-Type", .malformed, plus: [("Content-Type", "application/soap+xml"), ("content-type", "multipart/related")]),
        Case("no length", .lengthRequired, headers: ["Host": "gw"]),
        Case("a body over the limit", .bodyTooLarge, headers: ["Host": "gw", "Content-Length": "101"]),
        Case("a content coding", .contentCoding, plus: [("Content-Encoding", "gzip")]),
        Case("an unknown expectation", .expectation, plus: [("Expect", "200-maybe")]),
    ]

    @Test("A head that is not wholly right is refused with its code", arguments: refused)
    func refuses(_ example: Case) {
        #expect { try Self.rules.plan(example.head) } throws: { ($0 as? RequestRefusal)?.code == example.code }
    }

    @Test("A decent head is planned: length or chunked, continue, keep-alive or not")
    func plans() throws {
        func plan(_ headers: HTTPHeaders) throws -> RequestRules.Plan {
            try Self.rules.plan(HTTPRequestHead(version: .http1_1, method: .POST, uri: "/as4", headers: headers))
        }
        #expect(try plan(Self.good) == RequestRules.Plan(length: 4, wantsContinue: false, closesAfter: false))
        #expect(
            try plan(["Host": "gw", "Content-Length": "4", "Content-Type": "multipart/related"])
                == RequestRules.Plan(length: 4, wantsContinue: false, closesAfter: false))
        #expect(
            try plan(["Host": "gw:8443", "Transfer-Encoding": "Chunked", "Expect": "100-Continue", "Connection": "close"])
                == RequestRules.Plan(length: nil, wantsContinue: true, closesAfter: true))
        #expect(
            try plan([
                "Host": "[::1]:8443", "Content-Length": "100", "Connection": "upgrade", "Upgrade": "h2c", "Content-Encoding": "identity",
            ])
                == RequestRules.Plan(length: 100, wantsContinue: false, closesAfter: true))
    }

    @Test("Every code of the listener has one status, a text and a remedy in both languages", arguments: ListenerCode.allCases)
    func codes(code: ListenerCode) {
        let refusal = RequestRefusal(code)
        #expect((400...505).contains(refusal.status))
        #expect(String(decoding: refusal.answer.body, as: UTF8.self).hasPrefix("\(code.rawValue) "))
        #expect(!code.text.sv.isEmpty && !code.text.en.isEmpty && !code.remedy.sv.isEmpty && !code.remedy.en.isEmpty)
        #expect((refusal.answer.header("Retry-After") != nil) == (refusal.status == 503))
    }
}
