import CareMessages
import Foundation

/// Messages that leave out who was told before, and openings of a case that another organisation has opened (W12, W13).
enum ReceiverMutations {
    private static let m02 = MessageType.andradBeraknadUtskrivning
    private static let m05 = MessageType.utskrivningsklar
    private static let m06 = MessageType.atertagandeUtskrivningsklar
    private static let m13 = MessageType.avslutVardtillfalle
    private static let m17 = MessageType.remiss
    private static let m18 = MessageType.remissbekraftelse

    /// A unit that the examples do not write to.
    private static func unit(_ organisation: String = RoutingExample.gotland, _ role: Roll = .socialtjanst) -> CaseEvent.Unit {
        CaseEvent.Unit(organisationsnummer: organisation, role: role, kommunkod: nil, address: "SE\(organisation)-S299")
    }

    /// With that unit among the receivers of the earlier messages of a type.
    private static func told(_ type: MessageType, _ unit: CaseEvent.Unit) -> @Sendable (inout RuleContext) -> Void {
        { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == type {
                context.caseFacts?.earlier[index].event.receivers.append(unit)
            }
        }
    }

    /// The same, and the owner has removed the unit since.
    private static func removed(_ type: MessageType, _ unit: CaseEvent.Unit) -> @Sendable (inout RuleContext) -> Void {
        { context in
            told(type, unit)(&context)
            var change = AndradPartMutations.earlier(.remove, unit.organisationsnummer, unit.address)
            change.event.sender.organisationsnummer = Checking.region
            context.caseFacts?.earlier.append(change)
        }
    }

    private static let replacement =
        element("Ersatter", element("Meddelandeid", Checking.unknown) + element("Orsak", "Fel dag.")) + "<sam:RattsligGrund>"

    private static func replaced(_ extra: [CaseEvent.Unit]) -> @Sendable (inout RuleContext) -> Void {
        { context in
            var old = Checking.earlier(Checking.unknown, m18, sent: context.now.addingTimeInterval(-60))
            old.event.receivers = extra
            context.caseFacts?.earlier.append(old)
        }
    }

    /// A referral by another organisation in the example's case, also to the sender of the example.
    private static func opened(by organisation: String) -> @Sendable (inout RuleContext) -> Void {
        { context in
            var other = Checking.earlier(Checking.unknown, m17, sent: context.now.addingTimeInterval(-3_600), by: organisation)
            other.event.receivers = [unit(Checking.kommun, .elevhalsa)]
            context.caseFacts = CaseFacts(earlier: [other])
        }
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("a changed time not told to a unit that had the M01", "W12", m02).knowing(told(.inskrivningsmeddelande, unit())),
        Mutation("readiness not told to an organisation that had the M01", "W12", m05).knowing(told(.inskrivningsmeddelande, unit())),
        Mutation("a withdrawal not told to a unit that had the notice", "W12", m06).knowing(told(m05, unit())),
        Mutation("the end not told to an organisation that had the M01", "W12", m13).knowing(told(.inskrivningsmeddelande, unit())),
        Mutation("a correction not told to a unit that had the message", "W12", m18, ["<sam:RattsligGrund>": replacement])
            .knowing(replaced([unit(Checking.kommun)])),
        Mutation("a referral in a case that another opened", "W13", m17).knowing(opened(by: Checking.region)),
        Mutation("received into a case that another opened", "W13", m17).knowing {
            $0.caseFacts = nil
            $0.caseOpeners = [Checking.region]
        },
    ]

    /// Each comes close and does not break the rule named.
    static let edges = [
        Mutation("a unit that M24 removed", "W12", m02).knowing(removed(.inskrivningsmeddelande, unit())),
        Mutation("another unit of an organisation that is told of readiness", "W12", m05)
            .knowing(told(.inskrivningsmeddelande, unit(Checking.kommun))),
        Mutation("a unit whose role may not have the type", "W12", m06).knowing(told(m05, unit(RoutingExample.gotland, .tandvard))),
        Mutation("a correction to all who had the message", "W12", m18, ["<sam:RattsligGrund>": replacement]).knowing(replaced([])),
        Mutation("a second referral by who opened the case", "W13", m17).knowing(opened(by: Checking.kommun)),
        Mutation("received from who opened the case", "W13", m17).knowing {
            $0.caseFacts = nil
            $0.caseOpeners = [Checking.kommun]
        },
    ]
}
