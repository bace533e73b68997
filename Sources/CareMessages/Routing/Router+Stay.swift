import Documents

/// The columns of inskrivning, utskrivningsklar, payer and counterpart, and the planning that follows.
extension Router {
    func stay(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        decision.warnings += finding.notes
        if decision.row == .skyddatBoende, !facts.isProtected { decision.warnings.append(RoutingNote(.unprotectedShelter)) }
        if facts.needs == nil { decision.warnings.append(RoutingNote(.needUnknown)) }
        guard finding.rivals.isEmpty else {
            return decision.refuse(.ambiguousPlacement, candidates: finding.rivals.map(RoutingTarget.kommun))
        }
        decision.payer = payer(facts, finding, decision.row)
        decision.counterpart = counterpart(facts, finding)
        if decision.payer?.kommunkod == nil || decision.row == .lssBostad { decision.warnings.append(RoutingNote(.payerByHand)) }
        if finding.kommun != nil {
            addPlaced(facts, finding, &decision)
        } else if needsKommun(facts) {
            guard let kommun = facts.folkbokforingskommun else {
                return decision.refuse(.kommunUnknown, candidates: facts.endedPlacement.map { [.kommun($0.placeringskommun)] } ?? [])
            }
            addRegistered(kommun, facts, &decision)
        }
        addOpenCare(facts, finding, &decision)
    }

    /// The counterpart and the parties; the payer may know, but is not the counterpart.
    func planning(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        if !Roll.municipal.contains(facts.sender.role) {
            stay(facts, finding, &decision)
            guard decision.refusal == nil else { return }
            for index in decision.recipients.indices where decision.recipients[index].reason == .payerNotice {
                decision.recipients[index].necessity = .optional
                decision.recipients[index].reason = .notCounterpart
            }
        } else {
            decision.counterpart = counterpart(facts, finding)
            addOpenCare(facts, finding, &decision)
        }
        for unit in facts.parties { decision.add(recipient(unit, .expected, .caseParty, in: decision)) }
    }

    // MARK: - Who pays, who is called

    private func payer(_ facts: RoutingFacts, _ finding: PlacementFinding, _ row: RoutingCase) -> RoutingDesignation {
        if row == .lssBostad { return RoutingDesignation(kommunkod: finding.kommun, reason: .payerOfHousing) }
        guard let kommun = facts.folkbokforingskommun else { return RoutingDesignation(kommunkod: nil, reason: .noPayer) }
        return RoutingDesignation(kommunkod: kommun, reason: row == .ordinary ? .payer : .payerOfPlaced)
    }

    func counterpart(_ facts: RoutingFacts, _ finding: PlacementFinding) -> RoutingDesignation {
        if let kommun = finding.kommun {
            return RoutingDesignation(kommunkod: kommun, reason: placingReason(RoutingCase(finding.kind, registration: facts.registration)))
        }
        let mayBePlaced = facts.age < 21 && !finding.isKnown
        guard !mayBePlaced, finding.rivals.isEmpty, let kommun = facts.folkbokforingskommun else {
            return RoutingDesignation(kommunkod: nil, reason: .counterpartUnknown)
        }
        return RoutingDesignation(kommunkod: kommun, reason: .registeredUnit)
    }

    func placingReason(_ row: RoutingCase) -> RoutingReason {
        switch row {
        case .lssBostad: .decidedHousing
        case .assigned: .assigned
        case .skyddatBoende: .sheltering
        case .familjehem, .institution, .sis, .otherPlacement, .ordinary: .placing
        }
    }

    // MARK: - Recipients

    private func needsKommun(_ facts: RoutingFacts) -> Bool {
        facts.needs.map { $0.contains(.socialtjanst) || $0.contains(.kommunalHSL) } ?? true
    }

    private func addPlaced(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        guard let kommun = finding.kommun else { return }
        // Who is placed goes home to an insats of socialtjänsten, so it is concerned even where the physician did not say so.
        let isStated = facts.needs?.contains(.socialtjanst) ?? true
        decision.add(
            RoutingRecipient(
                target: .kommun(kommun), roles: Self.social, necessity: isStated ? .duty : .expected,
                reason: placingReason(decision.row)))
        if let registered = facts.folkbokforingskommun, registered != kommun {
            let isPayer = decision.row != .lssBostad && decision.row != .skyddatBoende
            decision.add(
                RoutingRecipient(
                    target: .kommun(registered), roles: Self.social, necessity: isPayer ? .expected : .optional,
                    reason: isPayer ? .payerNotice : .possiblePayer))
        }
        for other in finding.others where other != facts.folkbokforingskommun {
            decision.add(
                RoutingRecipient(target: .kommun(other), roles: Self.social, necessity: .optional, reason: .contradicted))
        }
        if decision.row == .sis {
            decision.add(RoutingRecipient(target: .sis, roles: [.sis], necessity: .optional, reason: .sisHome))
        }
        addHomeMunicipality(kommun, facts, finding, &decision)
    }

    /// The municipality of the stay: its health care when that is needed, never its socialtjänst.
    private func addHomeMunicipality(
        _ placing: String, _ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision
    ) {
        let stay = finding.vistelsekommun
        if facts.needs?.contains(.kommunalHSL) == true {
            decision.add(
                RoutingRecipient(
                    target: .kommun(stay ?? placing), roles: [.kommunalHSL], necessity: .expected, reason: .healthCareWhereStaying))
        } else if let stay, stay != placing, stay != facts.folkbokforingskommun {
            decision.exclusions.append(RoutingExclusion(target: .kommun(stay), reason: .onlyUrgent))
        }
    }

    private func addRegistered(_ kommun: String, _ facts: RoutingFacts, _ decision: inout RoutingDecision) {
        if facts.needs?.contains(.socialtjanst) ?? true {
            decision.add(
                RoutingRecipient(
                    target: .kommun(kommun), roles: Self.social, necessity: facts.needs == nil ? .expected : .duty,
                    reason: .registeredUnit))
        }
        if facts.needs?.contains(.kommunalHSL) ?? true {
            decision.add(
                RoutingRecipient(
                    target: .kommun(kommun), roles: [.kommunalHSL], necessity: facts.needs == nil ? .optional : .duty,
                    reason: .municipalHealthCare))
        }
    }

    private func addOpenCare(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        guard let region = regionOfOpenCare(facts, finding) else { return }
        let isNeeded = facts.needs.map { $0.contains(.kommunalHSL) || $0.contains(.regionalOppenvard) } ?? false
        decision.add(
            RoutingRecipient(
                target: .region(region), roles: Self.openCareRoles, necessity: isNeeded ? .duty : .optional,
                reason: isNeeded ? .openCareNeeded : .openCare))
    }

    /// Care is given where the patient stays: the region of the home, for who is not placed that of folkbokföring, else the sender's. For a
    /// protected patient always the sender's, so that the choice shows nothing.
    private func regionOfOpenCare(_ facts: RoutingFacts, _ finding: PlacementFinding) -> String? {
        guard !facts.isProtected else { return facts.senderRegion }
        if finding.kommun != nil { return (finding.vistelsekommun?.prefix(2)).map(String.init) ?? facts.stayRegion ?? facts.senderRegion }
        return (facts.folkbokforingskommun?.prefix(2)).map(String.init) ?? facts.senderRegion
    }

    /// A unit that a message of the case has shown, with the address it had there; a protected mailbox is looked up, since the case does not
    /// remember which are.
    func recipient(
        _ unit: CaseEvent.Unit, _ necessity: RoutingRecipient.Necessity, _ reason: RoutingReason, in decision: RoutingDecision
    ) -> RoutingRecipient {
        let known = addressBook.entries.filter { $0.organisationsnummer == unit.organisationsnummer && $0.address == unit.address }
        let usable = decision.needsProtectedMailbox ? known.filter(\.isProtectedMailbox) : known.isEmpty ? [Addressee(unit)] : known
        let target =
            unit.kommunkod.map(RoutingTarget.kommun)
            ?? addressBook.targets(ofOrganisation: unit.organisationsnummer).first { $0.kind != .organisation }
        return RoutingRecipient(
            target: target ?? .organisation(unit.organisationsnummer), roles: [unit.role], necessity: necessity, reason: reason,
            addresses: Array(usable.prefix(1)))
    }
}
