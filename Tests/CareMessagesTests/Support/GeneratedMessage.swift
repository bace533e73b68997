import CareMessages
import Foundation
import Signatures

/// Content that can be made at random. Its values are those the schema allows, whatever the rules say of them.
protocol GeneratedContent: MessageContent {
    static func generated(from source: inout ValueSource) -> Self
}

extension ValueSource {
    /// A message of a type, every optional part present half of the time.
    mutating func message(_ type: MessageType) throws -> CareMessage {
        guard let content = type.content as? any GeneratedContent.Type else { throw Missing(type: type) }
        let patient = type.facts.carriesPatient ? patient(isAdmitted: type == .inskrivningsmeddelande) : nil
        return CareMessage(envelope: envelope(type), patient: patient, content: content.generated(from: &self))
    }

    struct Missing: Error { let type: MessageType }

    mutating func envelope(_ type: MessageType) -> MessageEnvelope {
        var sender = party()
        sender.address = .hsaID(hsaID())
        sender.organisationName = line()
        sender.unitName = line()
        sender.principal = principal()
        sender.isProtectedMailbox = false
        var envelope = MessageEnvelope(
            schemaVersion: choice(of: ["1.0", "1.1", "1.2"]), messageID: uuid(), caseID: uuid(), declaredType: type.rawValue,
            sent: instant(),
            sender: sender)
        envelope.receivers = list(1...5) { $0.party() }
        envelope.refersTo = maybe { $0.uuid() }
        envelope.replyTo = maybe { $0.party() }
        envelope.replaces = maybe { .init(messageID: $0.uuid(), reason: $0.text()) }
        envelope.legalBases = list(1...3) { $0.legalBasis() }
        if flag() { envelope.attachments = list(1...27) { $0.attachment() } }
        return envelope
    }

    mutating func attachment() -> Bilaga {
        var bilaga = Bilaga(
            id: "b-\(digits(4))", mediaType: choice(of: ["application/pdf", "image/svg+xml", "text/plain"]),
            size: number(1...4_294_967_296),
            sha256: Hexadecimal.text(Digest.sha256(Array(digits(8).utf8))))
        bilaga.title = maybe { $0.line() }
        return bilaga
    }

    mutating func party() -> Party {
        var party = Party(
            organisationsnummer: organisationsnummer(), principal: maybe { $0.principal() },
            address: flag() ? .hsaID(hsaID()) : .functional("0203:\(digits(8)).example"), role: choice())
        party.organisationName = maybe { $0.line() }
        party.isProtectedMailbox = flag()
        return party
    }

    mutating func principal() -> Party.Principal { flag() ? .region(lanskod()) : .municipality(kommunkod()) }

    mutating func legalBasis() -> LegalBasis {
        var basis = LegalBasis(ground: choice())
        basis.provision = maybe { $0.line() }
        basis.consent = maybe { $0.choice() }
        if basis.consent != nil {
            basis.consentGivenBy = maybe { $0.choice() }
            basis.consentDay = maybe { $0.day() }
        }
        return basis
    }

    mutating func patient(isAdmitted: Bool) -> Patient {
        let reasons = ["ASYLSOKANDE", "UTLANDET", "OKAND", "SKYDDAD"]
        let marks = ["SKYDDAD", "SKATTEVERKETS_FORMEDLING", "SAKNAS"]
        var patient = Patient(
            identities: list(1...3) { PatientIdentity(system: Personnummer.oid, value: $0.digits(12)) }, birthDate: day(),
            registration: flag() ? .municipality(kommunkod()) : .none(reason: choice(of: reasons)), address: .notCarried)
        patient.name = maybe { Patient.Name(given: $0.line(), family: $0.line()) }
        patient.protection = Array(some(Skydd.self).prefix(4))
        if isAdmitted { patient.address = flag() ? .address(address()) : .mark(choice(of: marks)) }
        return patient
    }

    mutating func address() -> PostalAddress {
        var address = PostalAddress(street: line(), postalCode: digits(5), town: line())
        address.careOf = maybe { $0.line() }
        address.kommunkod = maybe { $0.kommunkod() }
        return address
    }

    mutating func placering() -> Placering {
        guard flag() else { return Placering(state: flag() ? .notPlaced : .unknown) }
        var placering = Placering(state: .placed(byKommunkod: kommunkod()))
        placering.reference = maybe { $0.uuid() }
        placering.provision = maybe {
            $0.choice(of: ["SOL_2001", "SOL_2025", "LVU_2", "LVU_3", "LVU_6", "LVU_11_2", "LSS_9_8", "LSU", "ANNAT"])
        }
        placering.form = maybe {
            $0.choice(of: ["FAMILJEHEM", "JOURHEM", "HVB_KOMMUN", "HVB_ENSKILD", "SIS", "STODBOENDE", "SKYDDAT_BOENDE"])
        }
        placering.vistelsekommun = maybe { $0.kommunkod() }
        placering.vistelseadress = maybe { $0.address() }
        return placering
    }

    /// A placement that a board has decided: municipality, provision and form are always there, an address never.
    mutating func decidedPlacement() -> Placering {
        var placement = Placering(state: .placed(byKommunkod: kommunkod()))
        placement.reference = maybe { $0.uuid() }
        placement.provision = choice(of: ["SOL_2001", "SOL_2025", "LVU_2", "LVU_3", "LVU_6", "LVU_11_2", "LSS_9_8", "LSU", "ANNAT"])
        placement.form = choice(of: ["FAMILJEHEM", "SLAKTING_NATVERKSHEM", "JOURHEM", "HVB_KOMMUN", "SIS", "STODBOENDE", "EGET_HEM"])
        placement.vistelsekommun = maybe { $0.kommunkod() }
        return placement
    }

    mutating func careUnit() -> CareUnit { CareUnit(hsaID: hsaID(), name: line(), phone: phone()) }

    mutating func staffMember() -> StaffMember {
        switch number(0...2) {
        case 0: StaffMember(hsaID: hsaID())
        case 1: StaffMember(name: line())
        default: StaffMember(hsaID: hsaID(), name: line())
        }
    }
}
