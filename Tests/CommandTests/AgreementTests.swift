import Foundation
import TestSupport
import Testing

@Suite("sluss agreement import")
struct AgreementTests {
    static let mode = """
        <c:configuration xmlns:c="http://domibus.eu/configuration" party="a"><businessProcesses>
        <parties><partyIdTypes><partyIdType name="t" value="urn:type"/></partyIdTypes>
        <party name="a" endpoint="https://a.example/as4"><identifier partyId="A" partyIdType="t"/></party></parties>
        <services><service name="s" value="urn:s" type="urn:t"/></services><actions><action name="x" value="X"/></actions>
        <legConfigurations><legConfiguration name="leg" receptionAwareness="w" service="s" action="x" compressPayloads="true"/></legConfigurations>
        <agreements><agreement name="r" value="urn:r" type=""/></agreements>
        <as4><receptionAwareness name="w" retry="12;4;CONSTANT"/></as4>
        <process name="p" agreement="r" mep="twoway" binding="push"><initiatorParties><initiatorParty name="a"/></initiatorParties>
        <legs><leg name="leg"/></legs></process>
        </businessProcesses></c:configuration>
        """

    @Test("A P-Mode becomes YAML on standard output, or JSON with every field of the documentation")
    func imports() async throws {
        let yaml = try await sluss(["agreement", "import", "-"], input: Array(Self.mode.utf8))
        #expect(
            yaml.exitCode == 0 && yaml.outputText.contains("agreements:\n  - name: leg-send\n") && yaml.outputText.contains("mep twoway"))
        let json = try await sluss(["agreement", "import", "-", "--json"], input: Array(Self.mode.utf8))
        let object = try #require(try JSONObject.lines(json.outputText).first)
        #expect(object["own_party_id"] == "A" && object["yaml"] == yaml.outputText)
    }

    @Test("Another file is refused with its code")
    func refused() async throws {
        let result = try await sluss(["agreement", "import", "-"], input: Array("<a/>".utf8))
        #expect(result.exitCode == 65 && result.errorText.contains("C012"))
    }
}
