import CareMessages

/// Parts that the planning of care and the health examination of placed children share.
extension ValueSource {
    mutating func concernedUnit() -> ConcernedUnit {
        var unit = ConcernedUnit(organisationsnummer: organisationsnummer(), name: line(), role: choice())
        unit.principal = maybe { $0.principal() }
        unit.hsaID = maybe { $0.hsaID() }
        return unit
    }

    mutating func practitioner() -> Practitioner {
        var person = Practitioner(name: line(), profession: line())
        person.hsaID = maybe { $0.hsaID() }
        person.phone = maybe { $0.phone() }
        return person
    }

    mutating func consentStatement() -> ConsentStatement {
        ConsentStatement(choice(), givenBy: maybe { $0.choice() }, day: maybe { $0.day() })
    }

    mutating func guardian() -> Inskrivningsmeddelande.Guardian { .init(name: line(), phone: phone()) }

    mutating func carePlan() -> CarePlan {
        var plan = CarePlan(needs: text(), insatser: list(1...4) { $0.insats() }, measuresOfOthers: flag() ? text() : "")
        plan.attitude = maybe { $0.text() }
        plan.confirmations = list(0...3) { source in
            var confirmation = CarePlan.Confirmation(unit: source.concernedUnit(), day: source.day())
            confirmation.confirmedBy = source.maybe { $0.line() }
            return confirmation
        }
        return plan
    }

    private mutating func insats() -> CarePlan.Insats {
        var insats = CarePlan.Insats(text: text(), start: day(), state: choice())
        insats.unit = maybe { $0.concernedUnit() }
        insats.end = maybe { $0.day() }
        return insats
    }
}
