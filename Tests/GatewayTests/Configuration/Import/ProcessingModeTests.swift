import Documents
import TestSupport
import Testing

@testable import Gateway

@Suite("Importing a P-Mode")
struct ProcessingModeTests {
    /// Two access points that send each other one action, each under a name of its own.
    static let pair = """
        text before the declaration
        <?xml version="1.0" encoding="UTF-8"?>
        <db:configuration xmlns:db="http://domibus.eu/configuration" party="region">
          <businessProcesses>
            <parties>
              <partyIdTypes><partyIdType name="t" value="urn:type"/></partyIdTypes>
              <party name="region" endpoint="https://region.example/as4"><identifier partyId="AP-1" partyIdType="t"/></party>
              <party name="Exempel Kommun" endpoint="https://kommun.example/as4"><identifier partyId="AP-2" partyIdType="t"/></party>
            </parties>
            <securities><security name="s" policy="eDeliveryAS4Policy_BST.xml" signatureMethod="RSA_SHA512"/></securities>
            <agreements><agreement name="a" value="https://avtal.example/1" type=""/></agreements>
            <services><service name="v" value="urn:service" type=""/></services>
            <actions><action name="c" value="Remiss&quot;"/></actions>
            <as4><receptionAwareness name="r" retry="60;6;CONSTANT" duplicateDetection="true"/></as4>
            <legConfigurations>
              <legConfiguration name="leg" security="s" receptionAwareness="r" service="v" action="c" compressPayloads="true"/>
            </legConfigurations>
            <process name="p" agreement="a" mep="oneway" binding="push">
              <initiatorParties><initiatorParty name="region"/><initiatorParty name="Exempel Kommun"/></initiatorParties>
              <responderParties><responderParty name="region"/><responderParty name="Exempel Kommun"/></responderParties>
              <legs><leg name="leg"/></legs>
            </process>
          </businessProcesses>
        </db:configuration>
        """

    @Test("Parties and legs become partners and agreements in both directions, and what is left out is told")
    func pair() throws {
        let imported = ImportedAgreements(try ProcessingMode(Array(Self.pair.utf8)))
        #expect(imported.ownPartyID == "AP-1" && imported.ownPartyType == "urn:type" && imported.partners == ["AP-2"])
        #expect(
            imported.agreements.map(\.direction) == ["send", "receive"] && imported.agreements.map(\.name) == ["leg-send", "leg-receive"])
        #expect(imported.agreements.allSatisfy { $0.partner == "exempel-kommun" && $0.action == "Remiss\"" && $0.serviceType == nil })
        #expect(imported.leftOut == ["security s: signatureMethod RSA_SHA512"])
        #expect(imported.yaml.contains("action: \"Remiss\\\"\"") && imported.yaml.contains("agreement_ref: \"https://avtal.example/1\""))
        #expect(imported.yaml.contains("first_delay: 600s") && imported.yaml.contains("maximum_attempts: 7"))
    }

    @Test("A Two-Way process becomes two-way agreements, its second leg in the other direction; other patterns are left out")
    func twoWay() throws {
        func imported(_ mep: String, _ binding: String) throws -> ImportedAgreements {
            let text = Self.pair.replacing("mep=\"oneway\" binding=\"push\"", with: "mep=\"\(mep)\" binding=\"\(binding)\"")
                .replacing("<initiatorParties><initiatorParty name=\"region\"/>", with: "<initiatorParties>")
                .replacing("<responderParty name=\"Exempel Kommun\"/>", with: "")
                .replacing("<legs><leg name=\"leg\"/></legs>", with: "<legs><leg name=\"leg\"/><leg name=\"leg\"/></legs>")
            return ImportedAgreements(try ProcessingMode(Array(text.utf8)))
        }
        let both = try imported("twoway", "pushAndPush")
        #expect(both.agreements.map(\.direction) == ["receive", "send"] && both.agreements.map(\.mep) == ["two-way", "two-way"])
        #expect(both.yaml.ranges(of: "    mep: two-way\n").count == 2 && both.leftOut.count == 1)
        let pull = try imported("twoway", "pushAndPull")
        #expect(pull.leftOut.first == "process p: mep twoway binding pushAndPull" && !pull.yaml.contains("mep: two-way"))
        #expect(try imported("oneway", "push").agreements.map(\.mep) == ["one-way", "one-way"])
    }

    @Test("Completed by hand, what was printed is a configuration without errors")
    func completed() throws {
        let yaml = ImportedAgreements(try ProcessingMode(Array(Self.pair.utf8))).yaml
        let pins = "pins: [\"spki:\(ConfigurationSample.pin)\"], issuer: ca.pem"
        let sections = yaml.replacing("organisationsnummer: \"\"", with: "organisationsnummer: \"2120009903\"")
            .replacing("pins: [], issuer: \"\"", with: pins).replacing(
                "encryption_certificate: \"\"", with: "encryption_certificate: p.pem"
            )
            .replacing("    tls:", with: "    signing: { issuer: ca.pem }\n    tls:")
            .replacing("send: []", with: "send: [M01]").replacing("receive: []", with: "receive: [M17, M23]")
            .replacing(
                "as4:  # beside certificate, key, trust", with: "as4:\n  certificate: a.pem\n  key: a.key\n  trust: ca.pem\n  crls: [a.crl]"
            )
        let rest = ConfigurationSample.good.replacing(/(?s)\nas4:.*?\nsigning:/, with: "\nsigning:")
            .replacing(/(?s)\npartners:.*\nlog:/, with: "\nlog:")
        #expect(ConfigurationSample.problems(of: rest + sections).map { "\($0.code) \($0.key)" } == [])
    }

    @Test(
        "The P-Mode that DIGG publishes is read, text before its declaration and all",
        .enabled(if: SharedCorpus.has("as4/digg-sdk-docs/domibus-p-mode.xml"), "\(SharedCorpus.skipReason)"))
    func published() throws {
        let imported = ImportedAgreements(try ProcessingMode(try SharedCorpus.bytes(of: "as4/digg-sdk-docs/domibus-p-mode.xml")))
        #expect(imported.ownPartyID == "AP0001-SDK-QA" && imported.agreements.count == 4 && imported.partners == [])
        #expect(imported.ownPartyType == "urn:fdc:digg.se:edelivery:transportprofile:as4:partytype:ap")
        let profile = AgreementProfile.sdk
        #expect(imported.agreements.allSatisfy { $0.service == profile.service && $0.serviceType == profile.serviceType })
        #expect(imported.agreements[0].action == profile.action && imported.agreements[0].retry == "12;4;CONSTANT")
        #expect(imported.yaml.contains("retry: sdk") && imported.agreements.map(\.partner) == Array(repeating: "partner", count: 4))
    }

    @Test(
        "Retry words become a schedule, or are told to be left out",
        arguments: [
            ("12;4;CONSTANT", "sdk"), ("0;0;SEND_ONCE", nil), ("5;1;SEND_ONCE", "{ maximum_attempts: 1 }"), ("60;2;5;30;PROGRESSIVE", nil),
            ("10;0;CONSTANT", nil), ("x", nil),
        ])
    func retry(_ words: String, _ yaml: String?) { #expect(RetryWords(words)?.yaml == yaml) }

    @Test(
        "Anything else is refused",
        arguments: [
            ("<a/>", "C012"), ("<c:configuration xmlns:c='http://domibus.eu/configuration' party='x'/>", "C012"), ("nonsense", "D002"),
            ("<!DOCTYPE a><a/>", "D004"),
        ])
    func refused(_ text: String, _ code: String) {
        do {
            _ = try ProcessingMode(Array(text.utf8))
            Issue.record("taken")
        } catch { #expect(error.code == code) }
    }
}
