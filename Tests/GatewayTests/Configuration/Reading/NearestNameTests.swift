import Testing

@testable import Gateway

@Suite("The name that was probably meant")
struct NearestNameTests {
    @Test(
        "is found when it is near, and nothing is suggested otherwise",
        arguments: [
            ("endpont", "endpoint"), ("Endpoint", "endpoint"), ("ednpoint", "endpoint"), ("end-point", "endpoint"), ("partners", "partner"),
            ("party-id", "party_id"),
            ("pins", "pins"), ("pni", nil), ("pisn", "pins"), ("x", nil), ("", nil), ("completely", nil), ("end", "endpoint"),
            ("certificate", nil),
        ] as [(String, String?)])
    func find(_ name: String, _ expected: String?) {
        #expect(NearestName.find(name, among: ["endpoint", "partner", "party_id", "pins"]) == expected)
    }

    @Test(
        "The distance counts inserts, deletes, changes and exchanged neighbours",
        arguments: [
            ("", "", 0), ("", "ab", 2), ("ab", "ab", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("abc", "axc", 1), ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ])
    func distance(_ left: String, _ right: String, _ expected: Int) {
        #expect(NearestName.distance(left, right) == expected)
        #expect(NearestName.distance(right, left) == expected)
    }

    @Test("A very long name costs nothing and resembles nothing")
    func long() {
        #expect(NearestName.find(String(repeating: "q", count: 1_000_000), among: ["pins"]) == nil)
    }
}
