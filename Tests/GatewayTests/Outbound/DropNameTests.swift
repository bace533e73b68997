import Testing

@testable import Gateway

@Suite("Names in the drop folder")
struct DropNameTests {
    @Test("A plain name gives its answers", arguments: ["a.xml", "a b.xml", "å.ä.xml", "x.xml.xml"])
    func plain(_ file: String) throws {
        let name = try #require(DropName(file))
        let stem = file.dropLast(4)
        #expect(name.answer(.accepted) == "\(stem).accepted.json" && name.answer(.failed) == "\(stem).failed.json")
        #expect(name.setAside == "\(file).refused")
    }

    @Test(
        "What is no plain name of an XML file is none",
        arguments: ["a.json", ".xml", ".a.xml", "a/b.xml", "../a.xml", "a\0.xml", "", "a.XML"])
    func none(_ file: String) { #expect(DropName(file) == nil) }

    @Test("An answer's name always fits the file system", arguments: 200...251)
    func fits(_ length: Int) throws {
        let name = try #require(DropName(String(repeating: "x", count: length) + ".xml"))
        for answer in [name.answer(.accepted), name.answer(.refused), name.answer(.failed), name.setAside] {
            #expect(answer.utf8.count <= 255)
        }
    }
}
