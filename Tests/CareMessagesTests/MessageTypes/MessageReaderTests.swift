import CareMessages
import Documents
import Foundation
import Signatures
import Testing

@Suite("Reading messages")
struct MessageReaderTests {
    private func read(_ type: MessageType) throws -> CareMessage {
        try MessageReader.read(UnsignedContent(Document.parse(Array(Checking.text(type).utf8))))
    }

    @Test("The M01 example is a child whose placing municipality is not that of registration")
    func inskrivning() throws {
        let message = try read(.inskrivningsmeddelande)
        let notice = try #require(message.inskrivningsmeddelande)
        #expect(message.patient?.folkbokforingskommun == "0382")
        #expect(notice.placering?.placeringskommun == "0319")
        #expect(notice.placering?.form == "FAMILJEHEM")
        #expect(notice.placering?.provision == "SOL_2025")
        #expect(message.envelope.receiverKommunkoder == ["0319", "0382"])
        #expect(message.patient?.birthDate.age(on: CalendarDay(message.envelope.sent)) == 14)
        #expect(message.patient?.identities == [PatientIdentity(system: Personnummer.oid, value: "201203159809")])
        #expect(notice.needs == [.socialtjanst, .regionalOppenvard])
        #expect(notice.clockStart == InstantText.parse("2026-09-14T07:40:00Z"))
        #expect(notice.expectedDischarge == .day(try #require(CalendarDay("2026-09-21"))))
        #expect(notice.ward.hsaID == "SE2321009900-A101")
        #expect(message.envelope.legalBases.map(\.ground) == [.uppgiftsskyldighet, .under18FromCare])
    }

    @Test("The M05 example refers to the M01 example, in its case and about its patient")
    func utskrivningsklar() throws {
        let (admission, message) = (try read(.inskrivningsmeddelande), try read(.utskrivningsklar))
        let notice = try #require(message.utskrivningsklar)
        #expect(message.envelope.refersTo == admission.envelope.messageID)
        #expect(message.envelope.caseID == admission.envelope.caseID)
        #expect(message.patient?.identities == admission.patient?.identities)
        #expect(notice.assessed == InstantText.parse("2026-09-18T07:30:00Z"))
        #expect(notice.needsSIP == .yes && notice.openCareAvailable == .yes)
        #expect(notice.vardform == .hsl)
        #expect(message.patient?.address == .notCarried)
    }

    @Test("The M17 example comes from a municipality and says where the answer shall go")
    func remiss() throws {
        let message = try read(.remiss)
        let referral = try #require(message.remiss)
        #expect(message.envelope.sender.kommunkod == "0319")
        #expect(message.envelope.sender.unitName == "Elevhälsan, Provskolan")
        #expect(message.envelope.replyTo?.address == .hsaID("SE2120009903-E501"))
        #expect(message.envelope.receivers.map(\.role) == [.bup])
        #expect(message.envelope.legalBases.map(\.consent) == [.yes])
        #expect(referral.priority == .planned)
        #expect(referral.referrer.isLicensed)
        #expect(referral.question.hasPrefix("Önskas"))
    }

    @Test("White space around codes is what the schema says it is: nothing")
    func whiteSpace() throws {
        let text = try Checking.text(.remiss).replacing(element("Prioritet", "PLANERAD"), with: element("Prioritet", "\n  SNAR\t"))
            .replacing("2026-09-16T13:10:00+02:00", with: " 2026-09-16T13:10:00.250+02:00\n")
        let outcome = try Checking.outcome(text, Checking.context(.remiss))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.message?.remiss?.priority == .soon)
        #expect(outcome.message?.envelope.sent == Checking.sent(.remiss).addingTimeInterval(0.25))
    }

    @Test("A message of the first minor version is accepted, one of a later is refused with advice", arguments: MessageType.allCases)
    func versions(_ type: MessageType) throws {
        let stated = element("Schemaversion", "1.1")
        let text = try Checking.text(type)
        #expect(text.contains(stated) && SchemaVersion.current.description == "1.2")
        let old = try Checking.outcome(text.replacing(stated, with: element("Schemaversion", "1.0")), Checking.context(type))
        #expect(old.findings.isEmpty && old.message?.envelope.schemaVersion == "1.0")
        let new = try Checking.outcome(text.replacing(stated, with: element("Schemaversion", "1.3")), Checking.context(type))
        #expect(new.findings.map(\.rule) == ["N004"] && new.message == nil)
        #expect(new.findings.first?.remedy.sv.contains("version") == true)
    }

    @Test("Roles of the schema are the roles of the code")
    func roles() throws {
        let schema = String(decoding: try Root.bytes("Schemas/kuvert.xsd"), as: UTF8.self)
        let start = try #require(schema.range(of: "<xs:simpleType name=\"RollTyp\">"))
        let end = try #require(schema[start.upperBound...].range(of: "</xs:simpleType>"))
        let values = schema[start.upperBound..<end.lowerBound].matches(of: /enumeration value="([A-Z_]+)"/).map { String($0.1) }
        #expect(Set(values) == Set(Roll.allCases.map(\.rawValue)))
    }

    @Test("Types have distinct numbers, roots, services and actions, and find themselves by root")
    func types() {
        for type in MessageType.allCases {
            #expect(MessageType(rootElement: type.rootElement) == type)
            #expect(type.defaultAction.hasPrefix(type.defaultService))
            #expect(!type.title.sv.isEmpty && type.number > 0)
            #expect(!type.senderRoles.isEmpty && !type.receiverRoles.isEmpty)
        }
        #expect(MessageType(rootElement: "Kuvert") == nil)
        #expect(Set(MessageType.allCases.map(\.defaultAction)).count == MessageType.allCases.count)
    }
}
