import Documents

/// Every rule, in the order findings are reported.
package enum RuleBook {
    /// Common errors, common warnings, then those of each type.
    package static let all: [Rule] = common + ofTypes

    private static let common =
        EnvelopeRules.all + IdentityRules.all + ProtectionRules.all + DisclosureRules.all + CaseRules.all + AttachmentRules.all
        + CommonWarnings.all + ReceiverRules.all

    private static let ofTypes: [Rule] = [
        InskrivningRules.all,
        AndradBeraknadUtskrivningRules.all,
        FastVardkontaktUtseddRules.all,
        PlaneringsunderlagRules.all,
        UtskrivningsklarRules.all,
        AtertagandeUtskrivningsklarRules.all,
        OppenvardensTillganglighetRules.all,
        KallelseTillSipRules.all,
        SvarPaKallelseRules.all,
        SamordnadPlanRules.all,
        UnderrattelseOppenTvangsvardRules.all,
        UtskrivningsinformationRules.all,
        AvslutVardtillfalleRules.all,
        BegaranHalsoundersokningRules.all,
        BeskedHalsoundersokningRules.all,
        UtlatandeHalsoundersokningRules.all,
        RemissRules.all,
        RemissbekraftelseRules.all,
        RemissvarRules.all,
        PlaceringsmeddelandeRules.all,
        SisUnderrattelseRules.all,
        MakuleringRules.all,
        KvittensRules.all,
        AndradPartRules.all,
        AvvikelseRules.all,
    ].flatMap { $0 }

    private static let byType: [MessageType: [Rule]] = Dictionary(
        uniqueKeysWithValues: MessageType.allCases.map { type in (type, all.filter { $0.types.contains(type) }) })

    /// What the rules say of a message, in the order of `all`. With `root`, the element it was read from, each finding has the line
    /// and the path as written; without, only the path of names.
    package static func findings(for message: CareMessage, context: RuleContext, root: Element? = nil) -> [Finding] {
        (byType[message.type] ?? []).flatMap { rule in
            rule.check(message, context).map { breach in
                Finding(
                    rule, breach,
                    at: root.map { ElementPath(breach.path).place(below: $0) }
                        ?? Place(path: "/\(message.type.rootElement)/\(breach.path)", line: nil))
            }
        }
    }

    /// The rule with this id.
    package static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }
}
