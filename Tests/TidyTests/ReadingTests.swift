import Testing

@Suite("Reading of Swift source")
struct ReadingTests {
    @Test("Comments and literals are blanked, code stays")
    func blanks() {
        let samples = [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("f(\"x\\\"y\") + z", "f(\"    \") + z"),
            ("\"a\\(b + \"c\" + d(1))e\" + f", "\"  (b + \" \" + d(1)) \" + f"),
            ("#\"a\"b\"# + c", "#\"   \"# + c"),
            ("#\"\\(a)\\#(b)\"#", "#\"      (b)\"#"),
            ("\"\"\"\n{\n\"\"\"\n}", "\"\"\"\n \n\"\"\"\n}"),
            ("x = /a\"b/ + c", "x = /   / + c"),
            ("x = a / b / c", "x = a / b / c"),
        ]
        for (text, code) in samples { #expect(SwiftText.code(of: text) == code) }
    }

    @Test("Functions are found with their length and parameters")
    func findsFunctions() {
        let code = """
            struct S {
                init(a: Int) { self.a = a }
                func one<T>(_ a: T, b: [Int: Int] = [1: 2, 3: 4]) throws(E) -> T
                where T: P {
                    func inner() {}
                    return a
                }
                subscript(_ i: Int) -> Int { i }
                func == (a: S, b: S) -> Bool { a.init(b) }
            }
            protocol P { func none(); func neither() async throws }
            deinit { }
            """
        let expected: [FunctionScanner.Function] = [
            .init(name: "init", line: 2, lineCount: 1, parameterCount: 1),
            .init(name: "one", line: 3, lineCount: 5, parameterCount: 2),
            .init(name: "inner", line: 5, lineCount: 1, parameterCount: 0),
            .init(name: "subscript", line: 8, lineCount: 1, parameterCount: 1),
            .init(name: "==", line: 9, lineCount: 1, parameterCount: 2),
            .init(name: "deinit", line: 12, lineCount: 1, parameterCount: 0),
        ]
        #expect(FunctionScanner.functions(in: code) == expected)
    }

    @Test("Computed properties are found, stored ones are not, and a table is told from other code")
    func findsProperties() {
        let code = """
            struct S {
                var stored: Int
                var set: [Int: Int] = [:] { didSet { go() } }
                var a: (Int) -> Bool {
                    { $0 > 1 }
                }
                var table: Int {
                    switch self {
                    case .a: 1
                    }
                }
                func f() { for var x in y { go() } }
            }
            """
        let expected: [FunctionScanner.Function] = [
            .init(name: "a", line: 4, lineCount: 3, parameterCount: 0),
            .init(name: "table", line: 7, lineCount: 5, parameterCount: 0, isTable: true),
        ]
        #expect(FunctionScanner.properties(in: code) == expected)
    }
}
