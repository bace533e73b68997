import CareMessages
import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@Suite("The stories as files")
struct StoryFileTests {
    @Test("There are four stories, of the lengths their page tells")
    func lengths() throws {
        let page = try ProjectRoot.text(of: "Schemas/examples/berattelser/README.md")
        let all = try Story.all.get()
        #expect(all.count == Story.numbers.count)
        for story in all { #expect(page.contains("`\(story.name)` (\(story.parts.count) meddelanden)"), "\(story.name)") }
    }

    @Test("xmllint accepts every message", .enabled(if: Tool.arePresent("xmllint"), "xmllint is not installed"), arguments: Story.numbers)
    func xmllint(_ number: Int) throws {
        let files = try Story.number(number).parts.map { ProjectRoot.file($0.path) }
        let verdict = try Tool.require("xmllint").runBlocking(
            ["--noout", "--nonet", "--schema", ProjectRoot.file("Schemas/samverkan.xsd")] + files)
        #expect(verdict.isSuccess, "\(verdict.errorText.split(separator: "\n").filter { !$0.hasSuffix("validates") }.prefix(3))")
    }

    @Test("sluss check accepts every message", arguments: Story.numbers)
    func check(_ number: Int) async throws {
        let files = try Story.number(number).parts.map { ProjectRoot.file($0.path) }
        let verdict = try await Binary.tool().run(["check"] + files)
        #expect(verdict.isSuccess, "\(verdict.errorText)")
    }

    @Test("Files are named by place and type, ids are unlike, and messages are told in the order they were sent")
    func order() throws {
        var ids: Set<String> = []
        for story in try Story.all.get() {
            for (index, part) in story.parts.enumerated() {
                let number = (index + 1 < 10 ? "0" : "") + String(index + 1)
                #expect(part.path.hasSuffix("/\(number)-\(part.message.type.rawValue).xml"))
                #expect(ids.insert(part.message.envelope.messageID).inserted, "\(part.path)")
            }
            let sent = story.messages.map(\.envelope.sent)
            #expect(sent == sent.sorted())
        }
    }

    @Test("Each message is accepted without a finding, with the facts of its case before it", arguments: Story.numbers)
    func accepted(_ number: Int) throws {
        let check = try MessageCheck()
        var events: [CaseEvent] = []
        for part in try Story.number(number).parts {
            let envelope = part.message.envelope
            var context = RuleContext(now: envelope.sent.addingTimeInterval(30))
            context.receivedAt = context.now
            context.caseFacts = Case(id: envelope.caseID, events: events).facts { _ in true }
            var register = PlacementRegister()
            for event in events { register.add(event, patient: PatientKey(digest: "patient")) }
            context.placements = register.intervals(of: PatientKey(digest: "patient"))
            let outcome = check.check(
                Array(part.xml.utf8), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: context)
            #expect(outcome.findings.map(\.rule) == [], "\(part.path)")
            #expect(outcome.isAccepted && outcome.message == part.message, "\(part.path)")
            #expect(outcome.summary.needsRelease == (number == 4 && part.message.patient != nil), "\(part.path)")
            events.append(CaseEvent(part.message))
        }
    }

    @Test("The protected person's messages show no name, no address and no municipality, and go to protected mailboxes")
    func protected() throws {
        for message in try Story.number(4).messages {
            let patient = try #require(message.patient)
            #expect(patient.name == nil && patient.registration == .none(reason: "SKYDDAD"))
            #expect(patient.address == .notCarried || patient.address == .mark("SKYDDAD"))
            #expect(message.envelope.receivers.filter { !$0.isProtectedMailbox }.isEmpty)
        }
    }
}
