import CareMessages
import Foundation

/// The units of the tables.
enum ToldBy {
    static let ward = party(Checking.region, .region("03"), "A101", .slutenVard)
    static let contact = party(Checking.region, .region("03"), "B102", .fastVardkontakt)
    static let openCare = party(Checking.region, .region("03"), "B103", .bup)
    static let socialtjanst = party(Checking.kommun, .municipality("0319"), "S201", .socialtjanst)
    static let payer = party(Checking.otherKommun, .municipality("0382"), "S301", .socialtjanst)
    static let school = party(Checking.otherKommun, .municipality("0382"), "E301", .elevhalsa)

    private static func party(_ organisation: String, _ principal: Party.Principal, _ unit: String, _ role: Roll) -> Party {
        Party(organisationsnummer: organisation, principal: principal, address: .hsaID("SE\(organisation)-\(unit)"), role: role)
    }
}

/// Events as the tables write them: a short id, a time, and what is said. From the ward to both municipalities unless said otherwise.
struct Told {
    var event: CaseEvent

    /// A wrong table is a fault of the test; a time so far away makes it fail.
    static func at(_ text: String) -> Date { InstantText.parse(text) ?? .distantPast }

    /// A day of a table.
    static func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSince1970: 0) }

    init(_ type: MessageType, _ id: String, _ sent: String, by sender: Party = ToldBy.ward, to receivers: [Party]? = nil) {
        var envelope = MessageEnvelope(
            schemaVersion: "1.0", messageID: id, caseID: "case", declaredType: type.rawValue, sent: Self.at(sent), sender: sender)
        envelope.receivers = receivers ?? [ToldBy.payer, ToldBy.socialtjanst]
        event = CaseEvent(envelope, type: type)
        event.facts.folkbokforingskommun = "0382"
    }

    func about(_ id: String) -> Told { with { $0.refersTo = id } }
    func replacing(_ id: String) -> Told { with { $0.replaces = id } }
    func facts(_ change: (inout EventFacts) -> Void) -> Told { with { change(&$0.facts) } }

    func with(_ change: (inout CaseEvent) -> Void) -> Told {
        var copy = self
        change(&copy.event)
        return copy
    }
}

extension Told {
    static func m01(_ sent: String, admitted: String, assessed: String? = nil, id: String = "m01") -> Told {
        Told(.inskrivningsmeddelande, id, sent).facts {
            $0.admitted = at(admitted)
            $0.needAssessed = assessed.map(at)
        }
    }

    static func m05(
        _ sent: String, sip: Utskrivningsklar.Answer = .yes, openCare: Utskrivningsklar.Answer = .yes, id: String = "m05"
    ) -> Told {
        Told(.utskrivningsklar, id, sent).about("m01").facts {
            $0.needsSIP = sip
            $0.openCareAvailable = openCare
        }
    }

    static func m06(_ sent: String, of notice: String = "m05") -> Told {
        Told(.atertagandeUtskrivningsklar, "m06", sent).about(notice)
    }

    static func m07(_ sent: String, _ answer: Utskrivningsklar.Answer, from day: String? = nil, id: String = "m07") -> Told {
        Told(.oppenvardensTillganglighet, id, sent, by: ToldBy.contact).facts {
            $0.openCareAvailable = answer
            $0.openCareFrom = day.map { .day(Self.day($0)) }
        }
    }

    static func m08(
        _ sent: String, of notice: String? = "m05", meeting: String? = nil, id: String = "m08", by sender: Party = ToldBy.contact
    ) -> Told {
        Told(.kallelseTillSip, id, sent, by: sender).with { $0.refersTo = notice }.facts { $0.meeting = meeting.map(at) }
    }

    static func m09(_ sent: String, by sender: Party, of call: String = "m08") -> Told {
        Told(.svarPaKallelse, "m09-\(sender.organisationsnummer)-\(call)", sent, by: sender).about(call)
    }

    static func m11(_ sent: String, _ status: String = "BESLUTAD", id: String = "m11") -> Told {
        Told(.underrattelseOppenTvangsvard, id, sent).facts {
            $0.vardform = .opt
            $0.status = status
        }
    }

    static func m12(_ sent: String, left: String) -> Told { Told(.utskrivningsinformation, "m12", sent).facts { $0.left = at(left) } }

    static func m13(_ sent: String, left: String, _ kind: String = "UTSKRIVEN") -> Told {
        Told(.avslutVardtillfalle, "m13", sent).facts {
            $0.left = at(left)
            $0.status = kind
        }
    }

    static func m14(_ sent: String, placed: String?) -> Told {
        Told(.begaranHalsoundersokning, "m14", sent, by: ToldBy.socialtjanst, to: [ToldBy.contact]).facts {
            guard let placed else { return }
            $0.placement = EventFacts.Placement()
            $0.placement?.day = day(placed)
        }
    }

    static func m20(_ sent: String, placed: String) -> Told {
        Told(.placeringsmeddelande, "m20", sent, by: ToldBy.socialtjanst, to: [ToldBy.ward]).facts {
            $0.placement = EventFacts.Placement()
            $0.placement?.event = "START"
            $0.placement?.day = day(placed)
        }
    }

    static func m22(_ sent: String, of id: String) -> Told { Told(.makulering, "m22", sent).about(id) }

    static func m23(
        _ sent: String, by sender: Party, of id: String, level: String = "VERKSAMHET", _ result: Kvittens.Outcome = .accepted
    ) -> Told {
        Told(.kvittens, "m23-\(sender.organisationsnummer)-\(id)-\(level)", sent, by: sender, to: [ToldBy.ward]).about(id).facts {
            $0.level = level
            $0.status = result.rawValue
        }
    }
}

extension WatchedCase {
    /// A case as told; withdrawn is what an M06 or M22 names, replaced what another takes the place of, irregular what is named so.
    init(_ told: [Told], related: [Told] = [], irregular: Set<String> = []) {
        let events = told.map(\.event).filter { !irregular.contains($0.messageID) }
        let withdrawals = events.filter { [.atertagandeUtskrivningsklar, .makulering].contains($0.type) }
        let all = Set(withdrawals.compactMap(\.refersTo))
        // A correction by M22 that was itself withdrawn lets the first stand.
        let named = Set(withdrawals.filter { $0.facts.successor.map { !all.contains($0) } ?? true }.compactMap(\.refersTo))
        let replaced = Set(events.filter { !named.contains($0.messageID) }.compactMap(\.replaces))
        self.init(told.map(\.event), related: related.map(\.event)) { event in
            if irregular.contains(event.messageID) { return .irregular(.notOriginalSender) }
            if named.contains(event.messageID) { return .withdrawn(by: "m22") }
            return replaced.contains(event.messageID) ? .replaced(by: "another") : .inForce
        }
    }
}

extension PayerQuestion {
    /// The organisations of the tables, and which municipality each is.
    static func told(_ payer: PaymentState.Payer = .folkbokforing) -> PayerQuestion {
        PayerQuestion(payer) { organisation, code in
            [Checking.kommun: "0319", Checking.otherKommun: "0382", Checking.region: ""][organisation].map { $0 == code }
        }
    }
}
