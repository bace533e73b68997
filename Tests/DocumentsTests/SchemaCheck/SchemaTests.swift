import Foundation
import Testing

@testable import Documents

@Suite("Schema")
struct SchemaTests {
    static let head = "xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified'"
    static let files: [String: [UInt8]] = [
        "care/main.xsd": Array(
            """
            <xs:schema \(head) targetNamespace='urn:sluss:m' xmlns='urn:sluss:m' xmlns:k='urn:k'>
            <xs:include schemaLocation='types.xsd'/>
            <xs:import namespace='urn:k' schemaLocation='http://www.example.org/k.xsd'/>
            <xs:element name='Plan'><xs:complexType><xs:sequence>
              <xs:element name='Skydd' type='Skydd'/>
              <xs:element name='Roll' type='Roll' maxOccurs='3'/>
              <xs:element name='Postnummer' minOccurs='0' type='Postnummer'/>
              <xs:element name='Startdatum' minOccurs='0' type='xs:date'/>
              <xs:element name='Syfte' minOccurs='0'><xs:complexType/></xs:element>
              <xs:element ref='k:Other' minOccurs='0'/>
              <xs:element name='Kommentar' minOccurs='0' type='xs:string' default='given'/>
            </xs:sequence><xs:attribute name='version' type='xs:int' use='required'/>
            <xs:attribute name='fill' type='xs:string' default='filled'/></xs:complexType></xs:element>
            </xs:schema>
            """.utf8),
        "care/types.xsd": Array(
            """
            <xs:schema \(head) targetNamespace='urn:sluss:m'>
            <xs:simpleType name='Skydd'><xs:restriction base='xs:string'>
            <xs:enumeration value='one'/><xs:enumeration value='two'/></xs:restriction></xs:simpleType>
            <xs:simpleType name='Roll'><xs:restriction base='xs:string'><xs:pattern value='[A-Z]+'/><xs:maxLength value='5'/></xs:restriction></xs:simpleType>
            <xs:simpleType name='Postnummer'><xs:restriction base='xs:decimal'>
            <xs:maxInclusive value='10'/><xs:fractionDigits value='1'/></xs:restriction></xs:simpleType>
            </xs:schema>
            """.utf8),
        "http://www.example.org/k.xsd": Array(
            "<xs:schema \(head) targetNamespace='urn:k'><xs:element name='Other' type='xs:string'/></xs:schema>".utf8),
    ]
    static let shared = Result { try Schema(main: "care/main.xsd", files: files) }

    static func document(_ inside: String, attributes: String = "version='1'") throws -> Document {
        try parse("<m:Plan xmlns:m='urn:sluss:m' xmlns:k='urn:k' \(attributes)>\n\(inside)\n</m:Plan>")
    }

    @Test("A schema of several files out of the table accepts what it describes")
    func valid() throws {
        let document = try Self.document(
            "<m:Skydd>one</m:Skydd><m:Roll>AB</m:Roll><m:Postnummer>9.5</m:Postnummer><m:Startdatum>2026-01-01</m:Startdatum><m:Syfte/><k:Other>x</k:Other>"
        )
        #expect(try Self.shared.get().violations(in: document).isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var inside: String
        var kind: ViolationKind
        var path: String
        var testDescription: String { kind.rawValue + " " + path }
    }

    static let cases: [Case] = [
        Case(inside: "<m:Roll>AB</m:Roll>", kind: .unexpectedElement, path: "/sam:Plan/sam:Roll"),
        Case(inside: "<m:Skydd>one</m:Skydd>", kind: .missingElement, path: "/sam:Plan"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>A<m:Missing/></m:Roll>", kind: .unexpectedElement, path: "/sam:Plan/sam:Roll"),
        Case(
            inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Roll>A</m:Roll><m:Roll>A</m:Roll><m:Roll>A</m:Roll>",
            kind: .unexpectedElement, path: "/sam:Plan/sam:Roll[4]"),
        Case(inside: "<m:Skydd>SECRET</m:Skydd><m:Roll>A</m:Roll>", kind: .list, path: "/sam:Plan/sam:Skydd"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Roll>a</m:Roll>", kind: .pattern, path: "/sam:Plan/sam:Roll[2]"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>SECRET</m:Roll>", kind: .length, path: "/sam:Plan/sam:Roll"),
        Case(
            inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Postnummer>11</m:Postnummer>", kind: .range,
            path: "/sam:Plan/sam:Postnummer"),
        Case(
            inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Postnummer>1.234</m:Postnummer>", kind: .digits,
            path: "/sam:Plan/sam:Postnummer"),
        Case(
            inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Postnummer>SECRET</m:Postnummer>", kind: .type,
            path: "/sam:Plan/sam:Postnummer"),
        Case(
            inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Startdatum>2026-02-30</m:Startdatum>", kind: .type,
            path: "/sam:Plan/sam:Startdatum"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Syfte>SECRET</m:Syfte>", kind: .notEmpty, path: "/sam:Plan/sam:Syfte"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll>SECRET", kind: .unexpectedText, path: "/sam:Plan"),
        Case(inside: "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:SECRET/>", kind: .unexpectedElement, path: "/sam:Plan/*[3]"),
        Case(inside: "<m:Skydd SECRET='1'>one</m:Skydd><m:Roll>A</m:Roll>", kind: .attributeUnexpected, path: "/sam:Plan/sam:Skydd"),
    ]

    @Test("Each violation is one D010 with kind, path and line, and quotes no content", arguments: cases)
    func violation(_ testCase: Case) throws {
        let violations = try Self.shared.get().violations(in: try Self.document(testCase.inside))
        #expect(violations.count == 1, "\(violations)")
        let violation = try #require(violations.first)
        #expect(violation.code == "D010")
        #expect(violation.detail?.hasPrefix(testCase.kind.rawValue) == true, "\(violation.detail ?? "")")
        #expect(violation.text == testCase.kind.text)
        #expect(violation.place.path == testCase.path)
        #expect(violation.place.line == (testCase.path == "/sam:Plan" ? 1 : 2))
        let shown = "\(violation.text)\(violation.remedy)\(violation.detail ?? "")"
        #expect(!shown.localizedStandardContains("secret"))
    }

    @Test("Every kind has words of its own in both languages")
    func kindTexts() {
        let kinds = ViolationKind.allCases
        #expect(Set(kinds.map(\.text.sv)).count == kinds.count && Set(kinds.map(\.text.en)).count == kinds.count)
    }

    @Test("Missing attributes, wrong attribute values and foreign roots are told apart")
    func attributesAndRoot() throws {
        let schema = try Self.shared.get()
        let inside = "<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll>"
        func kind(_ document: Document) -> String? { schema.violations(in: document).first?.detail }
        #expect(kind(try Self.document(inside, attributes: ""))?.hasPrefix(ViolationKind.attributeMissing.rawValue) == true)
        #expect(kind(try Self.document(inside, attributes: "version='SECRET'"))?.hasPrefix(ViolationKind.type.rawValue) == true)
        #expect(kind(try parse("<SECRET/>"))?.hasPrefix(ViolationKind.unknownRoot.rawValue) == true)
    }

    @Test("All violations are reported in order up to the maximum")
    func several() throws {
        let document = try Self.document(
            "<m:Skydd>three</m:Skydd>" + (1...3).map { "<m:Roll>\($0)</m:Roll>" }.joined() + "<m:Postnummer>12</m:Postnummer>")
        let schema = try Self.shared.get()
        #expect(
            schema.violations(in: document).map(\.place.path) == [
                "/sam:Plan/sam:Skydd", "/sam:Plan/sam:Roll[1]", "/sam:Plan/sam:Roll[2]", "/sam:Plan/sam:Roll[3]",
                "/sam:Plan/sam:Postnummer",
            ])
        #expect(schema.violations(in: document, maximum: 2).count == 2)
    }

    @Test("Validation writes no default values into the document")
    func untouched() throws {
        let document = try Self.document("<m:Skydd>one</m:Skydd><m:Roll>A</m:Roll><m:Kommentar/>")
        let before = try Canonicalizer.bytes(document.root)
        #expect(try Self.shared.get().violations(in: document).isEmpty)
        #expect(try Canonicalizer.bytes(document.root) == before)
        #expect(document.root.attribute("fill") == nil)
        #expect(try Self.shared.get().violations(in: document).isEmpty)
    }

    @Test("One schema serves many tasks at once")
    func concurrent() async throws {
        let schema = try Self.shared.get()
        let counts = await withTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    guard
                        let document = try? Self.document("<m:Skydd>\(number.isMultiple(of: 2) ? "one" : "x")</m:Skydd><m:Roll>A</m:Roll>")
                    else { return -1 }
                    return schema.violations(in: document).count
                }
            }
            return await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(counts == [0: 100, 1: 100])
    }

    @Test(
        "A schema that is not one is D011 with file and error number",
        arguments: ["<xs:schema \(head)><xs:element name='a' type='missing'/></xs:schema>", "<a/>", "<xs:schema", ""])
    func unusable(_ source: String) {
        #expect(refusalCode { _ = try Schema(main: "a.xsd", files: ["a.xsd": Array(source.utf8)]) } == "D011")
    }
}
