import Documents

/// M16, statement after the health examination of a placed child (HSLF-FS 2019:19). Patient data throughout.
package struct UtlatandeHalsoundersokning: MessageContent {
    /// Why a part was not examined. Raw values are those of the schema.
    package enum Omission: String, CaseIterable, Sendable {
        /// It was not asked for.
        case notRequested = "EJ_BEGARD"
        /// Another unit examines it.
        case otherUnit = "ANNAN_UTFORARE"
        /// The child or who decides for it declined.
        case declined = "AVBOJD"
        /// The child did not come.
        case missed = "UTEBLEV"
        /// Another reason, in words.
        case other = "ANNAT"
    }

    /// What an examination found.
    package struct Assessment: Equatable, Sendable {
        /// The day of the examination.
        package var day: CalendarDay
        /// The assessment. Free text: content.
        package var text: String
        /// Whether care or dental care is needed.
        package var needsCare: Utskrivningsklar.Answer
        /// Who examined.
        package var examiner: Practitioner

        /// Makes one.
        package init(day: CalendarDay, text: String, needsCare: Utskrivningsklar.Answer, examiner: Practitioner) {
            self.day = day
            self.text = text
            self.needsCare = needsCare
            self.examiner = examiner
        }
    }

    /// What became of one part.
    package struct ExaminedPart: Equatable, Sendable {
        /// Whether it was examined.
        package enum Outcome: Equatable, Sendable {
            /// Examined, with its result.
            case examined(Assessment)
            /// Not examined, with the reason and perhaps words on it (free text: content).
            case omitted(Omission, text: String?)
        }

        /// Which part.
        package var part: BegaranHalsoundersokning.Part
        /// What became of it.
        package var outcome: Outcome

        /// Makes one.
        package init(part: BegaranHalsoundersokning.Part, outcome: Outcome) {
            self.part = part
            self.outcome = outcome
        }
    }

    /// A referral that was sent.
    package struct SentReferral: Equatable, Sendable {
        /// The unit it went to.
        package var receiver: String
        /// Id of the M17, when it went this way.
        package var messageID: String?

        /// Makes one.
        package init(receiver: String, messageID: String? = nil) {
            self.receiver = receiver
            self.messageID = messageID
        }
    }

    /// The day of the statement.
    package var day: CalendarDay
    /// One to three.
    package var parts: [ExaminedPart]
    /// What care and the socialnämnd should do; empty when nothing is needed. Free text: content.
    package var recommendations: String
    /// Referrals that were sent.
    package var referrals: [SentReferral] = []

    /// Takes what every one has; the rest is set afterwards.
    package init(day: CalendarDay, parts: [ExaminedPart], recommendations: String) {
        self.day = day
        self.parts = parts
        self.recommendations = recommendations
    }

    package static let type = MessageType.utlatandeHalsoundersokning
    package static let facts = TypeFacts(
        rootElement: "UtlatandeHalsoundersokning",
        title: LocalText(sv: "Utlåtande efter hälsoundersökning", en: "Statement after the health examination"),
        law: "HSLF-FS 2019:19", roles: (Roll.regionalOpenCare.union([.tandvard]), [.socialtjanst, .socialnamnd])
    ).with {
        $0.carriesAttachments = true
        $0.reference = .required([.begaranHalsoundersokning])
        $0.duty = .unlisted
    }

    package func write(to fields: inout FieldWriter) {
        fields.day("Utlatandedatum", day)
        fields.each("UndersoktDel", parts) { $0.write(to: &$1) }
        fields.text("RekommenderadeAtgarder", recommendations)
        fields.each("SkickadRemiss", referrals) { referral, item in
            item.text("Remissmottagare", referral.receiver)
            item.text("Remissreferens", referral.messageID)
        }
    }

    package func note(in facts: inout EventFacts) {
        facts.parts = parts.map(\.part)
        facts.omittedParts = parts.filter { if case .omitted(.otherUnit, _) = $0.outcome { true } else { false } }.map(\.part)
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        day = try fields.day("Utlatandedatum")
        parts = try fields.all("UndersoktDel") { (item) throws(Refusal) in try ExaminedPart(item) }
        recommendations = try fields.text("RekommenderadeAtgarder")
        referrals = try fields.all("SkickadRemiss") { (item) throws(Refusal) in
            SentReferral(receiver: try item.token("Remissmottagare"), messageID: try item.optionalToken("Remissreferens"))
        }
    }

    package var freeTexts: [PlacedText] {
        parts.enumerated().compactMap { index, part in
            let path = "UndersoktDel[\(index + 1)]"
            switch part.outcome {
            case .examined(let assessment): return PlacedText(text: assessment.text, path: path + "/Bedomning")
            case .omitted(_, let text): return text.map { PlacedText(text: $0, path: path + "/EjUndersoktText") }
            }
        } + [PlacedText(text: recommendations, path: "RekommenderadeAtgarder")]
    }

    package var identifiers: [PlacedIdentifier] {
        parts.enumerated().flatMap { index, part in
            guard case .examined(let assessment) = part.outcome else { return [PlacedIdentifier]() }
            return assessment.examiner.identifiers(in: "UndersoktDel[\(index + 1)]/Undersokare")
        }
    }
}

extension UtlatandeHalsoundersokning.ExaminedPart {
    func write(to fields: inout FieldWriter) {
        fields.code("Del", part)
        switch outcome {
        case .examined(let assessment):
            fields.day("Undersokningsdatum", assessment.day)
            fields.text("Bedomning", assessment.text)
            fields.code("Vardbehov", assessment.needsCare)
            fields.child("Undersokare", assessment.examiner.write)
        case .omitted(let reason, let text):
            fields.code("EjUndersoktOrsak", reason)
            fields.text("EjUndersoktText", text)
        }
    }

    init(_ fields: FieldReader) throws(Refusal) {
        part = try fields.code("Del")
        if let reason: UtlatandeHalsoundersokning.Omission = try fields.optionalCode("EjUndersoktOrsak") {
            outcome = .omitted(reason, text: try fields.optionalText("EjUndersoktText"))
        } else {
            outcome = .examined(
                UtlatandeHalsoundersokning.Assessment(
                    day: try fields.day("Undersokningsdatum"), text: try fields.text("Bedomning"),
                    needsCare: try fields.code("Vardbehov"), examiner: try Practitioner(fields.child("Undersokare"))))
        }
    }
}
