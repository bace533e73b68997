import Spooling

/// The names of the attributes the gateway keeps in a spool entry's envelope. None of them may hold patient data.
package enum EnvelopeKey: String, CaseIterable, Sendable {
    /// The business message's own id (meddelandeid).
    case businessMessageID = "business_message_id"
    /// The case (ärende) the message belongs to.
    case caseID = "case_id"
    /// The business message it refers to.
    case refersTo = "refers_to"
    /// The sending organisation's organisationsnummer.
    case sender
    /// The receiving organisations' organisationsnummer, separated by spaces: the parties of the case.
    case receivers
    /// Keyed digests of the patient's identities, separated by spaces; meaningless outside this spool.
    case patientKeys = "patient_keys"
    /// What the case remembers of the message, on one line: codes and times, nothing that names a person.
    case event
    /// When the sender says it sent the business message.
    case sent
    /// SHA-256 of the bytes as submitted, before our signature.
    case submittedSHA256 = "submitted_sha256"
    /// MessageId of the AS4 user message.
    case as4MessageID = "as4_message_id"
    /// Timestamp of the AS4 user message; kept so that a resend carries the same.
    case as4Timestamp = "as4_timestamp"
    /// ConversationId of the AS4 user message.
    case conversationID = "conversation_id"
    /// RefToMessageId of the AS4 user message: the MessageId of what it answers (Two-Way).
    case as4RefToMessageID = "as4_ref_to_message_id"
    /// What it answers on the wire, by our id, where that is here.
    case answers
    /// organisationsnummer of the receiver (finalRecipient).
    case finalRecipient = "final_recipient"
    /// The agreement the message travels under.
    case agreement
    /// Keyed digest of the name of the answer to a file of the drop folder; meaningless outside this spool. A name that others chose may be
    /// a patient's, so it is not kept.
    case submissionKey = "submission_key"
    /// The name itself, as versions before ``submissionKey`` kept it. Read, never written.
    case submittedAs = "submitted_as"
    /// Rule ids of the warnings that travelled along.
    case warnings
    /// SHA-256 of the AS4 peer's signing certificate.
    case signer = "as4_signer_sha256"
}

extension [String: String] {
    /// The attribute with the name.
    package subscript(_ key: EnvelopeKey) -> String? {
        get { self[key.rawValue] }
        set { self[key.rawValue] = newValue }
    }
}
