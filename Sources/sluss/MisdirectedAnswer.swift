import ArgumentParser
import CareMessages
import Documents
import Gateway
import Spooling

/// What `message return` and `message forward` share: the receipt to the sender, and what the person should know.
struct MisdirectedAnswer {
    let act: MisdirectedMessages.Act
    let options: GatewayOptions
    let given: GivenReason

    /// - Throws: ``CommandFailure``, and the exit code 65 when the receipt itself was refused.
    func run(_ id: MessageID) throws {
        try given.refusePerson()
        let place = try Workplace.open(options)
        try given.refusePatient(of: [id], at: place)
        let step = MisdirectedMessages(
            parts: place.parts, spools: place.spools, ledger: try place.spools.ledger(),
            audit: AuditTrail(path: place.parts.configuration.paths.audit))
        do {
            guard let outcome = try step.tell(act, about: id, reason: given.reason) else {
                throw CommandFailure(CommandCode.noSuchMessage, exit: Answer.noSuchMessage, messageID: id)
            }
            report(outcome, about: id)
            if !outcome.submission.isAccepted { throw Answer.refused }
        } catch let refusal as Refusal {
            throw CommandFailure(refusal, exit: Answer.negative, messageID: id)
        }
    }

    private func report(_ outcome: MisdirectedMessages.Outcome, about id: MessageID) {
        if options.json { return Terminal.data(JSONLine.text(MisdirectedLine(outcome, act.name, id))) }
        let language = Language.current
        for copy in outcome.submission.copies {
            Terminal.data("\(copy.id)")
            Terminal.say("\(id): M23 \(copy.id) → \(copy.partner)")
        }
        for line in FindingList.lines(outcome.submission.findings, file: "M23") { Terminal.say(line) }
        for line in Self.belonging(outcome.judgement) { Terminal.say(line) }
        for note in outcome.judgement.warnings { Terminal.say("\(note.code) \(language(note.text)) \(language(note.remedy))") }
        if outcome.passedOnTo != nil {
            Terminal.say(
                language(
                    "Originalet skickas inte härifrån; bara avsändaren kan skicka om det.",
                    "The original is not sent from here; only the sender can resend it."))
        }
    }

    /// Whose the message is by what is known of its patient.
    private static func belonging(_ judgement: Misdirection) -> [String] {
        let isOurs = judgement.verdict == .ours
        let verdict = isOurs ? [local("Enligt uppgifterna hör meddelandet hit.", "By what is known, the message belongs here.")] : []
        guard !judgement.candidates.isEmpty else { return verdict }
        let words =
            isOurs
            ? local("Det angår också (stannar inom organisationen)", "It concerns as well (keep in the organisation)")
            : local("Kan höra hemma hos (stannar inom organisationen)", "May belong to (keep in the organisation)")
        return verdict + ["\(words): \(judgement.candidates.map(\.name).joined(separator: ", "))"]
    }
}

/// The JSON form.
private struct MisdirectedLine: Encodable {
    let id: String
    let act: String
    let accepted: Bool
    let copies: [SubmissionAnswer.Copy]
    let findings: [FindingReport]
    let to: String
    let passedOnTo: String?
    let originalSent = false
    let verdict: String
    let candidates: [RoutingReport.Target]

    init(_ outcome: MisdirectedMessages.Outcome, _ act: String, _ id: MessageID) {
        let answer = SubmissionAnswer(outcome.submission, file: "")
        self.id = "\(id)"
        self.act = act
        accepted = outcome.submission.isAccepted
        copies = answer.copies
        findings = answer.findings
        to = outcome.sender
        passedOnTo = outcome.passedOnTo?.organisationsnummer
        verdict = outcome.judgement.verdict.rawValue
        candidates = outcome.judgement.candidates.map(RoutingReport.Target.init)
    }
}
