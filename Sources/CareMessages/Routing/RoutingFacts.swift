import Documents

/// All that a routing decision rests on. No names, numbers or addresses of a person.
package struct RoutingFacts: Sendable, Equatable {
    /// What the message itself says of a placement.
    package enum Statement: Sendable, Equatable {
        /// Placed by this municipality, in a home of this kind in that municipality as far as stated.
        case placed(kommun: String, form: String?, vistelsekommun: String?)
        /// Known not to be placed.
        case notPlaced
        /// Nothing is said, or that it is not known.
        case unknown
    }

    /// The type of the message.
    package var type: MessageType
    /// The day of sending; the register is asked about it.
    package var day: CalendarDay
    /// The patient's age in years on that day.
    package var age: Int
    /// Municipality of folkbokföring, or why there is none.
    package var registration: Patient.Registration
    /// Whether the patient has any protection.
    package var isProtected = false
    /// Insatser that may be needed (lag 2017:612, 2 kap. 1 §); `nil` when neither the message nor its case tells.
    package var needs: Set<Inskrivningsmeddelande.Behov>?
    /// What the message, or the notice of admission before it, says of a placement.
    package var statement = Statement.unknown
    /// Whether the message, or the notice of admission before it, could say so.
    package var couldTellPlacement = true
    /// The register's placements on the day.
    package var placements: [PlacementInterval] = []
    /// The placement that ended before the day, when none holds.
    package var endedPlacement: PlacementInterval?
    /// Placements without an end that lapsed when the patient turned 21.
    package var lapsedPlacements: [PlacementInterval] = []
    /// Länskod of where the patient stays, when the message names the region and not the municipality.
    package var stayRegion: String?
    /// Who sends.
    package var sender: CaseEvent.Unit
    /// Länskod of the sender, also of a municipality.
    package var senderRegion: String?
    /// Units that take part in the case, the sender left out.
    package var parties: [CaseEvent.Unit] = []
    /// For a message that answers or withdraws: the unit, or units, that it must reach.
    package var answered: [CaseEvent.Unit] = []
    /// Parts of the health examination that are asked for.
    package var examinations = Set(BegaranHalsoundersokning.Part.allCases)

    /// Takes what every message has; the rest is set afterwards.
    package init(type: MessageType, day: CalendarDay, age: Int, registration: Patient.Registration, sender: CaseEvent.Unit) {
        self.type = type
        self.day = day
        self.age = age
        self.registration = registration
        self.sender = sender
    }

    /// The facts of a message, with what the register knows of the patient and the earlier events of the case, in any order. What has no
    /// effect in the case adds nothing. A message without a patient (M23, M25) is routed by its case alone.
    package init(_ message: CareMessage, register: PlacementRegister, patient key: PatientKey?, earlier: [CaseEvent] = []) {
        let event = CaseEvent(message)
        let day = CalendarDay(message.envelope.sent)
        self.init(
            type: message.type, day: day, age: message.patient?.birthDate.age(on: day) ?? 0,
            registration: message.patient?.registration ?? .none(reason: "OKAND"), sender: event.sender)
        isProtected = message.patient?.isProtected ?? earlier.contains { $0.facts.isProtected == true }
        let state = Case(id: event.caseID, events: earlier)
        let admission = state.latest(.inskrivningsmeddelande)
        needs = (event.facts.needs ?? admission?.facts.needs).map(Set.init)
        statement = Self.statement(message.content.placering, event.facts, admission?.facts)
        couldTellPlacement = message.type == .inskrivningsmeddelande || admission == nil
        if let key {
            let isUnder21 = event.facts.isUnder21 ?? true
            placements = register.placements(of: key, on: day, isUnder21: isUnder21)
            lapsedPlacements = register.lapsed(of: key, on: day, isUnder21: isUnder21)
            endedPlacement = register.lastEnded(of: key, before: day)
        }
        senderRegion = message.envelope.sender.lanskod
        if let request = message.part(BegaranHalsoundersokning.self) {
            stayRegion = request.regionOfStay
            examinations = request.parts
        }
        note(event, state)
    }

    private static func statement(_ placering: Placering?, _ facts: EventFacts, _ admission: EventFacts?) -> Statement {
        switch placering?.state {
        case .placed(let kommun)?: return .placed(kommun: kommun, form: placering?.form, vistelsekommun: placering?.vistelsekommun)
        case .notPlaced?: return .notPlaced
        case .unknown?, nil: break
        }
        for source in [facts, admission].compactMap({ $0 }) {
            if let kommun = source.placement?.placeringskommun ?? source.placeringskommun {
                let vistelsekommun = source.placement?.vistelsekommun ?? source.vistelsekommun
                return .placed(kommun: kommun, form: source.placement?.form, vistelsekommun: vistelsekommun)
            }
        }
        return .unknown
    }

    /// Who takes part in the case, and to whom an answer goes.
    private mutating func note(_ event: CaseEvent, _ state: Case) {
        parties = state.parties.units.filter { !$0.isSameUnit(event.sender) }
        guard let meant = state.entries.first(where: { $0.event.messageID == event.refersTo })?.event else { return }
        let isOwn = meant.sender.organisationsnummer == event.sender.organisationsnummer
        answered = isOwn ? meant.receivers : [meant.sender]
    }

    /// Kommunkod of folkbokföring.
    var folkbokforingskommun: String? {
        if case .municipality(let code) = registration { code } else { nil }
    }

    /// Whom the units are to be there for: the placed count as children to the end of their placement.
    func audience(isPlaced: Bool) -> AddressBook.Audience { age < 18 || (isPlaced && age < 21) ? .children : .adults }
}
