import Foundation
import Spooling
import TestSupport
import Testing

@Suite("The spool's state table")
struct SpoolTableTests {
    @Test("ARCHITECTURE.md has exactly the table that the code obeys")
    func architectureHasTheTable() throws {
        let page = try ProjectRoot.text(of: "ARCHITECTURE.md")
        #expect(page.contains(SpoolState.tableMarkdown), "copy SpoolState.tableMarkdown into ARCHITECTURE.md")
    }
}
