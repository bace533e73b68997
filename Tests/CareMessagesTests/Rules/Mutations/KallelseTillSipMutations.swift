import CareMessages
import Foundation

/// The example of M08 spoiled so that a rule of its own type objects, and changed so that none does.
enum KallelseTillSipMutations {
    private static let m08 = MessageType.kallelseTillSip
    private static let start = element("Motesstart", "2026-09-24T13:00:00+02:00")
    private static let end = element("Motesslut", "2026-09-24T14:30:00+02:00")
    private static let fixedContact = element("Roll", "FAST_VARDKONTAKT")
    private static let reference = element("RefererarTill", "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0505")
    private static let vardform = element("Vardform", "HSL")
    private static let replacing =
        element("Ersatter", element("Meddelandeid", Checking.unknown) + element("Orsak", "Ny mötestid.")) + "<sam:RattsligGrund>"

    private static func called(_ organisation: String, _ code: String) -> String {
        "<sam:Kallad>\n    \(element("Organisationsnummer", organisation))\n    \(code)"
    }

    private static let placing = called(Checking.kommun, element("Kommunkod", "0319"))
    private static let placingUncoded = called(Checking.kommun, element("Kommunkod", "0380"))
    private static let registering = called(Checking.otherKommun, element("Kommunkod", "0382"))

    /// With the case's M05 changed.
    private static func notice(_ change: @escaping @Sendable (inout EarlierMessage) -> Void) -> @Sendable (inout RuleContext) -> Void {
        { context in
            guard let index = context.caseFacts?.earlier.firstIndex(where: { $0.type == .utskrivningsklar }) else { return }
            if var notice = context.caseFacts?.earlier[index] {
                change(&notice)
                context.caseFacts?.earlier[index] = notice
            }
        }
    }

    /// With another message in the case, sent just before the call.
    private static func knowing(_ type: MessageType, _ change: @escaping @Sendable (inout EarlierMessage) -> Void)
        -> @Sendable (inout RuleContext) -> Void
    {
        { context in
            var message = Checking.earlier(Checking.unknown, type, sent: context.now.addingTimeInterval(-3_600))
            change(&message)
            context.caseFacts?.earlier.append(message)
        }
    }

    private static func compulsory(_ decision: String) -> @Sendable (inout EarlierMessage) -> Void {
        {
            $0.event.facts.vardform = .opt
            $0.event.facts.status = decision
        }
    }

    private static let ended: @Sendable (inout EarlierMessage) -> Void = {
        $0.event.facts.placement = EventFacts.Placement()
        $0.event.facts.placement?.event = "SLUT"
        $0.event.facts.placement?.placeringskommun = "0319"
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("a call after M05 by BUP that is not the fast vårdkontakt", "E801", m08, [fixedContact: element("Roll", "BUP")]),
        Mutation("a call after M05 by the municipality", "E801", m08, [fixedContact: element("Roll", "SOCIALTJANST")]),
        Mutation(
            "a meeting a second before the call", "E802", m08, [start: element("Motesstart", "2026-09-21T09:59:59+02:00")]),
        Mutation("compulsory open care", "E803", m08, [vardform: element("Vardform", "OPT")]),
        Mutation("forensic open care", "E803", m08, [vardform: element("Vardform", "ORV")]),
        Mutation("an M05 that said compulsory open care", "E803", m08, [vardform: ""])
            .knowing(notice { $0.event.facts.vardform = .opt }),
        Mutation("a notice of compulsory open care granted", "E803", m08, [vardform: ""])
            .knowing(knowing(.underrattelseOppenTvangsvard, compulsory("MEDGIVEN"))),
        Mutation("a meeting that ends a second before it begins", "E804", m08, [end: element("Motesslut", "2026-09-24T12:59:59+02:00")]),
        Mutation("called on the fourth day after M05", "W801", m08)
            .knowing(notice { $0.event.sent = InstantText.parse("2026-09-17T23:59:59+02:00") ?? .distantFuture }),
        Mutation("consent not asked for", "W802", m08, [element("Samtyckesstatus", "JA"): element("Samtyckesstatus", "EJ_TILLFRAGAD")]),
        Mutation("consent refused", "W802", m08, [element("Samtyckesstatus", "JA"): element("Samtyckesstatus", "NEJ")]),
        Mutation("the placing municipality not called", "W803", m08, [placing: placingUncoded]),
        Mutation(
            "only the region's own units", "W804", m08,
            [
                placing: called(Checking.kommun, element("Lanskod", "03")),
                registering: called(Checking.otherKommun, element("Lanskod", "03")),
            ]
        ).knowing { $0.caseFacts = nil },
        Mutation("a wrong check digit of a unit called", "E04", m08, [placing: called("2120009904", element("Kommunkod", "0319"))]),
        Mutation("another's number in the purpose", "E10", m08, ["Samordna": "Syskon 191212121212. Samordna"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("BUP calls to a SIP outside discharge", "E801", m08, [fixedContact: element("Roll", "BUP"), reference: ""]),
        Mutation("a meeting at the second of the call", "E802", m08, [start: element("Motesstart", "2026-09-21T10:00:00+02:00")]),
        Mutation("compulsory closed care", "E803", m08, [vardform: element("Vardform", "LPT")]),
        Mutation("compulsory open care only applied for", "E803", m08, [vardform: ""])
            .knowing(knowing(.underrattelseOppenTvangsvard, compulsory("ANSOKT"))),
        Mutation("compulsory open care that has ended", "E803", m08, [vardform: ""])
            .knowing(knowing(.underrattelseOppenTvangsvard, compulsory("UPPHORT"))),
        Mutation("compulsory open care by a withdrawn notice", "E803", m08, [vardform: ""])
            .knowing(
                knowing(.underrattelseOppenTvangsvard) {
                    $0.event.facts.vardform = .opt
                    $0.isWithdrawn = true
                }),
        Mutation("a meeting without length", "E804", m08, [end: element("Motesslut", "2026-09-24T13:00:00+02:00")]),
        Mutation("called on the third day after an M05 of its first second", "W801", m08)
            .knowing(notice { $0.event.sent = InstantText.parse("2026-09-18T00:00:00+02:00") ?? .distantPast }),
        Mutation(
            "called in the last second of the third day", "W801", m08,
            [element("Skickad", "2026-09-21T10:00:00+02:00"): element("Skickad", "2026-09-21T23:59:59+02:00")]
        ).knowing {
            $0.now = InstantText.parse("2026-09-22T00:00:05+02:00") ?? .distantPast
            $0.receivedAt = $0.now
        },
        Mutation("a changed call on the fourth day", "W801", m08, ["<sam:RattsligGrund>": replacing]).knowing {
            notice { $0.event.sent = InstantText.parse("2026-09-17T09:00:00+02:00") ?? .distantFuture }(&$0)
            $0.caseFacts?.earlier.append(
                Checking.earlier(Checking.unknown, m08, sent: $0.now.addingTimeInterval(-86_400)))
        },
        Mutation("consent by the board", "W802", m08, [element("LamnatAv", "VARDNADSHAVARE_1"): element("LamnatAv", "NAMND_LVU_11")]),
        Mutation("the placement has ended", "W803", m08, [placing: placingUncoded]).knowing(knowing(.placeringsmeddelande, ended)),
        Mutation("one municipality beside the region", "W804", m08, [registering: called(Checking.otherKommun, element("Lanskod", "03"))]),
    ]
}
