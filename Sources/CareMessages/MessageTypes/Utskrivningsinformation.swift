import Documents
import Foundation

/// M12, what those who take over must know, at the latest the day of discharge (lag 2017:612, 3 kap. 2 §).
package struct Utskrivningsinformation: MessageContent {
    /// Where the patient goes.
    package struct Destination: Equatable, Sendable {
        /// Kind of home or unit. Raw values are those of the schema.
        package enum Kind: String, CaseIterable, Sendable {
            /// Home.
            case home = "HEM"
            /// A familjehem.
            case familjehem = "FAMILJEHEM"
            /// An HVB.
            case hvb = "HVB"
            /// A special home of SiS.
            case sis = "SIS"
            /// Another care unit.
            case otherCareUnit = "ANNAN_VARDENHET"
        }

        /// Kind of home or unit.
        package var kind: Kind
        /// Name of the home or unit. Forbidden for a protected patient (rule E09), as are the next two.
        package var unitName: String?
        /// Kommunkod of where it is.
        package var kommunkod: String?
        /// Its address.
        package var address: PostalAddress?

        /// Takes what every one has; the rest is set afterwards.
        package init(kind: Kind) { self.kind = kind }
    }

    /// What everyone who takes over needs. Free text: content.
    package struct Handover: Equatable, Sendable {
        /// Summary and evaluation of the care.
        package var summary: String
        /// Treatment that goes on.
        package var ongoingTreatment: String
        /// Where the information on medicines is, or what it says.
        package var medicines: String
        /// What the patient or those near do themselves.
        package var selfCare: String
        /// Who follows up what, and when.
        package var followUp: String

        /// Takes what every one has.
        package init(summary: String, ongoingTreatment: String, medicines: String, selfCare: String, followUp: String) {
            self.summary = summary
            self.ongoingTreatment = ongoingTreatment
            self.medicines = medicines
            self.selfCare = selfCare
            self.followUp = followUp
        }
    }

    /// What may be told besides.
    package struct Particulars: Equatable, Sendable {
        /// Why the patient was admitted. Free text: content.
        package var reason: String?
        /// Condition at admission. Free text: content.
        package var statusAtAdmission: String?
        /// Complications during the care. Free text: content.
        package var complications: String?
        /// Health at discharge. Free text: content.
        package var health: String?
        /// Functional ability at discharge. Free text: content.
        package var function: String?
        /// Health as the patient experiences it. Free text: content.
        package var experiencedHealth: String?
        /// Risks as assessed. Free text: content.
        package var risks: String?
        /// Ability to work; for children, schooling. Free text: content.
        package var workAbility: String?
        /// Those who answered for the care, at most five.
        package var staff: [StaffMember] = []

        /// Nothing is told.
        package init() {}
    }

    /// When the patient leaves.
    package var discharged: Date
    /// Where the patient goes.
    package var destination: Destination
    /// Kommunkod of the municipality that placed the patient.
    package var placeringskommun: String?
    /// What everyone who takes over needs.
    package var handover: Handover
    /// The unit that answers questions.
    package var contact: CareUnit
    /// What may be told besides.
    package var particulars = Particulars()

    /// Takes what every one has; the rest is set afterwards.
    package init(discharged: Date, destination: Destination, handover: Handover, contact: CareUnit) {
        self.discharged = discharged
        self.destination = destination
        self.handover = handover
        self.contact = contact
    }

    package static let type = MessageType.utskrivningsinformation
    package static let facts = TypeFacts(
        rootElement: "Utskrivningsinformation", title: LocalText(sv: "Utskrivningsinformation", en: "Discharge information"),
        law: "Lag (2017:612) 3 kap. 2 §", roles: ([.slutenVard], Roll.concerned.union([.sis]))
    ).with {
        $0.carriesAttachments = true
        $0.reference = .required([.inskrivningsmeddelande, .utskrivningsklar, .underrattelseOppenTvangsvard])
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        discharged = try fields.instant("Utskriven")
        destination = try Destination(fields.child("UtskrivenTill"))
        placeringskommun = try fields.optionalToken("Placeringskommun")
        handover = try Handover(fields)
        contact = try CareUnit(fields.child("Kontakt"))
        particulars = try Particulars(fields)
    }

    package func write(to fields: inout FieldWriter) {
        fields.instant("Utskriven", discharged)
        fields.child("UtskrivenTill", destination.write)
        fields.text("Placeringskommun", placeringskommun)
        for (path, text) in handover.texts { fields.text(path, text) }
        fields.child("Kontakt", contact.write)
        particulars.write(to: &fields)
    }

    package func note(in facts: inout EventFacts) {
        facts.left = discharged
        facts.placeringskommun = placeringskommun
        facts.vistelsekommun = destination.kommunkod
    }

    package var freeTexts: [PlacedText] {
        (handover.texts + particulars.texts).compactMap { path, text in text.map { PlacedText(text: $0, path: path) } }
    }

    package var placesOfStay: [String] {
        (destination.unitName == nil ? [] : ["UtskrivenTill/MottagandeEnhet"])
            + (destination.kommunkod == nil ? [] : ["UtskrivenTill/Vistelsekommun"])
            + (destination.address == nil ? [] : ["UtskrivenTill/Vistelseadress"])
    }

    package var identifiers: [PlacedIdentifier] {
        [
            placeringskommun.map { PlacedIdentifier(.kommunkod, $0, at: "Placeringskommun") },
            destination.kommunkod.map { PlacedIdentifier(.kommunkod, $0, at: "UtskrivenTill/Vistelsekommun") },
            destination.address?.kommunkod.map { PlacedIdentifier(.kommunkod, $0, at: "UtskrivenTill/Vistelseadress/AdressKommunkod") },
            PlacedIdentifier(.hsaID, contact.hsaID, at: "Kontakt/HsaId"),
        ].compactMap { $0 }
            + particulars.staff.enumerated().compactMap { index, person in
                person.hsaID.map { PlacedIdentifier(.hsaID, $0, at: "AnsvarigPersonal[\(index + 1)]/HsaId") }
            }
    }
}

extension Utskrivningsinformation.Destination {
    fileprivate init(_ fields: FieldReader) throws(Refusal) {
        kind = try fields.code("Utskrivningsform")
        unitName = try fields.optionalToken("MottagandeEnhet")
        kommunkod = try fields.optionalToken("Vistelsekommun")
        address = try fields.optional("Vistelseadress") { (item) throws(Refusal) in try PostalAddress(item) }
    }

    fileprivate func write(to fields: inout FieldWriter) {
        fields.code("Utskrivningsform", kind)
        fields.text("MottagandeEnhet", unitName)
        fields.text("Vistelsekommun", kommunkod)
        if let address { fields.child("Vistelseadress", address.write) }
    }
}

extension Utskrivningsinformation.Handover {
    fileprivate init(_ fields: FieldReader) throws(Refusal) {
        self.init(
            summary: try fields.text("Sammanfattning"), ongoingTreatment: try fields.text("PagaendeBehandling"),
            medicines: try fields.text("Lakemedelsinformation"), selfCare: try fields.text("Egenvard"),
            followUp: try fields.text("Uppfoljning"))
    }

    /// Element names and texts, in the order of the schema.
    fileprivate var texts: [(path: String, text: String?)] {
        [
            ("Sammanfattning", summary), ("PagaendeBehandling", ongoingTreatment), ("Lakemedelsinformation", medicines),
            ("Egenvard", selfCare), ("Uppfoljning", followUp),
        ]
    }
}

extension Utskrivningsinformation.Particulars {
    fileprivate init(_ fields: FieldReader) throws(Refusal) {
        reason = try fields.optionalText("Inskrivningsorsak")
        statusAtAdmission = try fields.optionalText("StatusVidInskrivning")
        complications = try fields.optionalText("Komplikationer")
        health = try fields.optionalText("Halsotillstand")
        function = try fields.optionalText("Funktionsformaga")
        experiencedHealth = try fields.optionalText("UpplevdHalsa")
        risks = try fields.optionalText("Riskbedomning")
        workAbility = try fields.optionalText("Arbetsformaga")
        staff = try fields.all("AnsvarigPersonal") { (item) throws(Refusal) in try StaffMember(item) }
    }

    fileprivate func write(to fields: inout FieldWriter) {
        for (path, text) in admission { fields.text(path, text) }
        fields.each("AnsvarigPersonal", staff) { $0.write(to: &$1) }
        for (path, text) in discharge { fields.text(path, text) }
    }

    /// Element names and texts, in the order of the schema.
    fileprivate var texts: [(path: String, text: String?)] { admission + discharge }

    private var admission: [(path: String, text: String?)] {
        [("Inskrivningsorsak", reason), ("StatusVidInskrivning", statusAtAdmission)]
    }

    private var discharge: [(path: String, text: String?)] {
        [
            ("Komplikationer", complications),
            ("Halsotillstand", health),
            ("Funktionsformaga", function),
            ("UpplevdHalsa", experiencedHealth),
            ("Riskbedomning", risks),
            ("Arbetsformaga", workAbility),
        ]
    }
}
