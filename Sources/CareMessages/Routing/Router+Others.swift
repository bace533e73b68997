import Documents

/// The types that are not about the stay: health examination, referral, placement, SiS, answers.
extension Router {
    func examination(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        decision.counterpart = counterpart(facts, finding)
        guard let region = regionOfStay(facts, finding) else {
            return decision.refuse(.regionUnknown, candidates: regionCandidates(facts))
        }
        if !facts.examinations.isSubset(of: [.oral]) {
            decision.add(
                RoutingRecipient(
                    target: .region(region), roles: [.primarvard, .regionalOppenvard, .bup, .habilitering], necessity: .duty,
                    reason: .examinationDuty))
        }
        if facts.examinations.contains(.oral) {
            decision.add(
                RoutingRecipient(target: .region(region), roles: [.tandvard], necessity: .duty, reason: .examinationDuty))
        }
    }

    /// Of the parts asked for, those that the recipient's kind of unit makes.
    func examinations(
        asked: Set<BegaranHalsoundersokning.Part>, of recipient: RoutingRecipient, _ type: MessageType
    ) -> Set<BegaranHalsoundersokning.Part> {
        guard type == .begaranHalsoundersokning else { return [] }
        return recipient.roles == [.tandvard] ? asked.intersection([.oral]) : asked.subtracting([.oral])
    }

    func examinationAnswer(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        decision.counterpart = counterpart(facts, finding)
        let boards = facts.answered.filter { Self.social.contains($0.role) }
        for unit in boards { decision.add(recipient(unit, .duty, .askingBoard, in: decision)) }
        if !boards.isEmpty { return }
        guard let kommun = finding.kommun else {
            let rivals = finding.rivals.map(RoutingTarget.kommun)
            return decision.refuse(rivals.isEmpty ? .kommunUnknown : .ambiguousPlacement, candidates: rivals)
        }
        decision.add(
            RoutingRecipient(target: .kommun(kommun), roles: Self.social.reversed(), necessity: .duty, reason: .askingBoard))
    }

    /// The unit is the sender's choice; the region is not.
    func referral(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        guard let region = regionOfStay(facts, finding) ?? regionOfHome(facts) else {
            return decision.refuse(.regionUnknown, candidates: regionCandidates(facts))
        }
        decision.add(
            RoutingRecipient(
                target: .region(region), roles: [.primarvard, .bup, .habilitering, .tandvard, .regionalOppenvard, .slutenVard],
                necessity: .expected, reason: .referredUnit))
    }

    func placementNotice(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        guard let region = regionOfStay(facts, finding) else {
            return decision.refuse(.regionUnknown, candidates: regionCandidates(facts))
        }
        let roles: [Roll] = [.primarvard, .regionalOppenvard, .slutenVard, .bup, .habilitering, .tandvard]
        decision.add(RoutingRecipient(target: .region(region), roles: roles, necessity: .expected, reason: .stayRegion))
        guard !facts.isProtected else { return }
        for former in facts.placements.compactMap(\.vistelsekommun).map({ String($0.prefix(2)) }) where former != region {
            decision.add(RoutingRecipient(target: .region(former), roles: roles, necessity: .expected, reason: .formerRegion))
        }
    }

    func sisNotice(_ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        decision.add(RoutingRecipient(target: .sis, roles: [.sis], necessity: .duty, reason: .sisDuty))
        guard let kommun = finding.kommun else { return }
        decision.add(
            RoutingRecipient(target: .kommun(kommun), roles: Self.social, necessity: .optional, reason: .copyToPlacing))
    }

    func answer(_ facts: RoutingFacts, _ decision: inout RoutingDecision) {
        for unit in facts.answered { decision.add(recipient(unit, .expected, .answered, in: decision)) }
        for unit in facts.parties { decision.add(recipient(unit, .optional, .caseParty, in: decision)) }
    }

    // MARK: - Regions

    private func regionOfStay(_ facts: RoutingFacts, _ finding: PlacementFinding) -> String? {
        facts.stayRegion ?? (finding.vistelsekommun?.prefix(2)).map(String.init)
    }

    private func regionOfHome(_ facts: RoutingFacts) -> String? { (facts.folkbokforingskommun?.prefix(2)).map(String.init) }

    private func regionCandidates(_ facts: RoutingFacts) -> [RoutingTarget] {
        [regionOfHome(facts), facts.senderRegion].compactMap { $0 }.map(RoutingTarget.region)
    }
}
