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
            <xs:element name='A'><xs:complexType><xs:sequence>
              <xs:element name='Kind' type='Kind'/>
              <xs:element name='Code' type='Code' maxOccurs='3'/>
              <xs:element name='Number' minOccurs='0' type='Number'/>
              <xs:element name='When' minOccurs='0' type='xs:date'/>
              <xs:element name='Nothing' minOccurs='0'><xs:complexType/></xs:element>
              <xs:element ref='k:Other' minOccurs='0'/>
              <xs:element name='Default' minOccurs='0' type='xs:string' default='given'/>
            </xs:sequence><xs:attribute name='version' type='xs:int' use='required'/>
            <xs:attribute name='fill' type='xs:string' default='filled'/></xs:complexType></xs:element>
            </xs:schema>
            """.utf8),
        "care/types.xsd": Array(
            """
            <xs:schema \(head) targetNamespace='urn:sluss:m'>
            <xs:simpleType name='Kind'><xs:restriction base='xs:string'>
            <xs:enumeration value='one'/><xs:enumeration value='two'/></xs:restriction></xs:simpleType>
            <xs:simpleType name='Code'><xs:restriction base='xs:string'><xs:pattern value='[A-Z]+'/><xs:maxLength value='5'/></xs:restriction></xs:simpleType>
            <xs:simpleType name='Number'><xs:restriction base='xs:decimal'>
            <xs:maxInclusive value='10'/><xs:fractionDigits value='1'/></xs:restriction></xs:simpleType>
            </xs:schema>
            """.utf8),
        "http://www.example.org/k.xsd": Array(
            "<xs:schema \(head) targetNamespace='urn:k'><xs:element name='Other' type='xs:string'/></xs:schema>".utf8),
    ]
    static let shared = Result { try Schema(main: "care/main.xsd", files: files) }

    static func document(_ inside: String, attributes: String = "version='1'") throws -> Document {
        try parse("<m:A xmlns:m='urn:sluss:m' xmlns:k='urn:k' \(attributes)>\n\(inside)\n</m:A>")
    }

    @Test("A schema of several files out of the table accepts what it describes")
    func valid() throws {
        let document = try Self.document(
            "<m:Kind>one</m:Kind><m:Code>AB</m:Code><m:Number>9.5</m:Number><m:When>2026-01-01</m:When><m:Nothing/><k:Other>x</k:Other>")
        #expect(try Self.shared.get().violations(in: document).isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var inside: String
        var kind: ViolationKind
        var path: String
        var testDescription: String { kind.rawValue + " " + path }
    }

    static let cases: [Case] = [
        Case(inside: "<m:Code>AB</m:Code>", kind: .unexpectedElement, path: "/sam:A/sam:Code"),
        Case(inside: "<m:Kind>one</m:Kind>", kind: .missingElement, path: "/sam:A"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A<m:Missing/></m:Code>", kind: .unexpectedElement, path: "/sam:A/sam:Code"),
        Case(
            inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Code>A</m:Code><m:Code>A</m:Code><m:Code>A</m:Code>",
            kind: .unexpectedElement, path: "/sam:A/sam:Code[4]"),
        Case(inside: "<m:Kind>SECRET</m:Kind><m:Code>A</m:Code>", kind: .list, path: "/sam:A/sam:Kind"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Code>a</m:Code>", kind: .pattern, path: "/sam:A/sam:Code[2]"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>SECRET</m:Code>", kind: .length, path: "/sam:A/sam:Code"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Number>11</m:Number>", kind: .range, path: "/sam:A/sam:Number"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Number>1.234</m:Number>", kind: .digits, path: "/sam:A/sam:Number"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Number>SECRET</m:Number>", kind: .type, path: "/sam:A/sam:Number"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:When>2026-02-30</m:When>", kind: .type, path: "/sam:A/sam:When"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Nothing>SECRET</m:Nothing>", kind: .notEmpty, path: "/sam:A/sam:Nothing"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code>SECRET", kind: .unexpectedText, path: "/sam:A"),
        Case(inside: "<m:Kind>one</m:Kind><m:Code>A</m:Code><m:SECRET/>", kind: .unexpectedElement, path: "/sam:A/sam:SECRET"),
        Case(inside: "<m:Kind SECRET='1'>one</m:Kind><m:Code>A</m:Code>", kind: .attributeUnexpected, path: "/sam:A/sam:Kind"),
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
        #expect(violation.place.line == (testCase.path == "/sam:A" ? 1 : 2))
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
        let inside = "<m:Kind>one</m:Kind><m:Code>A</m:Code>"
        func kind(_ document: Document) -> String? { schema.violations(in: document).first?.detail }
        #expect(kind(try Self.document(inside, attributes: ""))?.hasPrefix(ViolationKind.attributeMissing.rawValue) == true)
        #expect(kind(try Self.document(inside, attributes: "version='SECRET'"))?.hasPrefix(ViolationKind.type.rawValue) == true)
        #expect(kind(try parse("<SECRET/>"))?.hasPrefix(ViolationKind.unknownRoot.rawValue) == true)
    }

    @Test("All violations are reported in order up to the maximum")
    func several() throws {
        let document = try Self.document(
            "<m:Kind>three</m:Kind>" + (1...3).map { "<m:Code>\($0)</m:Code>" }.joined() + "<m:Number>12</m:Number>")
        let schema = try Self.shared.get()
        #expect(
            schema.violations(in: document).map(\.place.path) == [
                "/sam:A/sam:Kind", "/sam:A/sam:Code[1]", "/sam:A/sam:Code[2]", "/sam:A/sam:Code[3]", "/sam:A/sam:Number",
            ])
        #expect(schema.violations(in: document, maximum: 2).count == 2)
    }

    @Test("Validation writes no default values into the document")
    func untouched() throws {
        let document = try Self.document("<m:Kind>one</m:Kind><m:Code>A</m:Code><m:Default/>")
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
                    guard let document = try? Self.document("<m:Kind>\(number.isMultiple(of: 2) ? "one" : "x")</m:Kind><m:Code>A</m:Code>")
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
