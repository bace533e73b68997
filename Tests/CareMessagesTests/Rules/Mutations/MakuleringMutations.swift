import CareMessages
import Foundation

/// The example of M22 spoiled so that a rule of its own type objects, and changed so that none does.
enum MakuleringMutations {
    private static let m22 = MessageType.makulering
    private static let stranger = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"
    private static let target = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0119"
    private static let own = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0122"
    private static let annulled = element("Makuleringstyp", "MAKULERAD")
    private static let corrected = element("Makuleringstyp", "RATTAD")
    private static let callWithdrawn = element("Makuleringstyp", "ATERTAGEN_KALLELSE")
    private static let reason = element("Orsak", "Svaret skrevs på fel remiss.")

    /// A case in which the message to be withdrawn is of one type, and was followed by one of another.
    private static func stages(_ meant: MessageType, then later: MessageType) -> @Sendable (inout RuleContext) -> Void {
        {
            let sent = Checking.sent(.makulering)
            $0.caseFacts = CaseFacts(earlier: [
                Checking.earlier(target, meant, sent: sent.addingTimeInterval(-7_200)),
                Checking.earlier(stranger, later, sent: sent.addingTimeInterval(-3_600)),
            ])
        }
    }

    private static func corrected(_ name: String, by id: String) -> Mutation {
        var mutation = Mutation(name, "E2204", m22)
        mutation.edits = [(annulled, corrected), (reason, reason + element("NyttMeddelandeid", id))]
        return mutation
    }

    private static let stageTypes: [MessageType] = [
        .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar,
        .underrattelseOppenTvangsvard, .utskrivningsinformation,
    ]

    /// Each breaks the rule named.
    static let all: [Mutation] =
        stageTypes.map { Mutation("\($0.rawValue) withdrawn after M13", "E2202", m22).knowing(stages($0, then: .avslutVardtillfalle)) } + [
            Mutation("withdrawn by another", "E2201", m22).knowing {
                $0.caseFacts?.earlier[2].event.sender.organisationsnummer = Checking.kommun
            },
            Mutation("withdrawn twice", "E2203", m22).knowing { $0.caseFacts?.earlier[2].isWithdrawn = true },
            Mutation("corrected by nothing", "E2204", m22, [annulled: corrected]),
            Mutation("annulled, and another in its place", "E2204", m22, [reason: reason + element("NyttMeddelandeid", stranger)]),
            corrected("corrected by the annulment itself", by: own),
            corrected("corrected by the old message", by: target),
            Mutation("an answer withdrawn as a call", "E2205", m22, [annulled: callWithdrawn]),
            Mutation("a receiver not told", "W2201", m22).knowing {
                guard let other = $0.caseFacts?.earlier[2].event.sender else { return }
                $0.caseFacts?.earlier[2].event.receivers.append(other)
            },
            Mutation("another's person number in the reason", "E10", m22, ["remiss.</sam:Orsak>": "remiss, 191212121212.</sam:Orsak>"]),
        ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("withdrawn by another unit of the sender", "E2201", m22).knowing {
            $0.caseFacts?.earlier[2].event.sender.address = "SE2321009900-B302"
        },
        Mutation("the latest stage withdrawn, with a plan after it", "E2202", m22).knowing(stages(.utskrivningsklar, then: .samordnadPlan)),
        Mutation("M05 withdrawn after the call, which stands beside the stages", "E2202", m22)
            .knowing(stages(.utskrivningsklar, then: .kallelseTillSip)),
        Mutation("a stage withdrawn after another organisation's stage", "E2202", m22).knowing {
            stages(.utskrivningsklar, then: .avslutVardtillfalle)(&$0)
            $0.caseFacts?.earlier[1].event.sender.organisationsnummer = Checking.kommun
        },
        Mutation("a stage withdrawn after a later one without effect", "E2202", m22).knowing {
            stages(.utskrivningsklar, then: .avslutVardtillfalle)(&$0)
            $0.caseFacts?.earlier[1].isIrregular = true
        },
        Mutation("a stage withdrawn when the later one is", "E2202", m22).knowing {
            stages(.utskrivningsklar, then: .avslutVardtillfalle)(&$0)
            $0.caseFacts?.earlier[1].isWithdrawn = true
        },
        Mutation("a call called off after the discharge", "E2202", m22, [annulled: callWithdrawn])
            .knowing(stages(.kallelseTillSip, then: .avslutVardtillfalle)),
        Mutation("withdrawn when an earlier answer was", "E2203", m22).knowing { $0.caseFacts?.earlier[1].isWithdrawn = true },
        corrected("corrected by a new message", by: stranger),
        Mutation("a call withdrawn as a call", "E2205", m22, [annulled: callWithdrawn])
            .knowing(stages(.kallelseTillSip, then: .svarPaKallelse)),
        Mutation("every receiver told, and one more before", "W2201", m22).knowing { $0.caseFacts?.earlier[2].event.receivers = [] },
        Mutation("withdrawn in a closed case", "E07", m22).knowing { $0.caseFacts?.isClosed = true },
        Mutation("withdrawn a year later", "W01", m22).knowing {
            $0.caseFacts?.earlier[2].event.sent = Checking.sent(.makulering).addingTimeInterval(-365 * 86_400)
        },
        Mutation("a receipt withdrawn, which is about no patient", "E06", m22).knowing {
            $0.caseFacts?.earlier[2].event.type = .kvittens
            $0.caseFacts?.earlier[2].isSamePatient = false
        },
    ]
}
