import Documents

/// Why a message is no AS4 message of our profile, or not one of this agreement. Documents (D…), certificates (T…) and
/// signatures (S…) have codes of their own, which travel unchanged inside an ``EBMSError``.
package enum AS4Code: String, RefusalCode {
    // Packaging (RFC 2045, 2046, 2387).
    /// The entity's Content-Type is missing, malformed or of another kind.
    case contentType = "A001"
    /// The boundary is missing, empty, too long, ambiguous or of forbidden characters.
    case boundary = "A002"
    /// The body does not begin with a delimiter.
    case preamble = "A003"
    /// The close delimiter is missing.
    case unclosed = "A004"
    /// Something follows the close delimiter.
    case epilogue = "A005"
    /// A part's header block is malformed or too large.
    case partHeader = "A006"
    /// A part has one header field twice.
    case repeatedHeader = "A007"
    /// A payload part has no Content-ID, or not one that can be referred to.
    case contentID = "A008"
    /// Two parts have one Content-ID.
    case repeatedContentID = "A009"
    /// More parts than the limit.
    case tooManyParts = "A010"
    /// A Content-Transfer-Encoding that is not read.
    case transferEncoding = "A011"
    /// A multipart inside the multipart.
    case nestedMultipart = "A012"
    /// The root part is missing or no SOAP envelope.
    case rootPart = "A013"
    /// A character set that is not UTF-8.
    case charset = "A014"
    /// More bytes than the limit.
    case entityTooLarge = "A015"

    // SOAP and ebMS header.
    /// Not a SOAP 1.2 envelope with one Header and one Body.
    case envelope = "A020"
    /// Not exactly one eb:Messaging.
    case messagingCount = "A021"
    /// Not exactly one eb:UserMessage, or eb:SignalMessage where a signal is awaited.
    case messageCount = "A022"
    /// An element where it may not stand.
    case unexpectedElement = "A023"
    /// A required element or attribute is missing.
    case missingElement = "A024"
    /// Not exactly one PartyId.
    case partyID = "A025"
    /// A time that is no xs:dateTime with zone.
    case timestamp = "A026"
    /// A MessageId that has not the form of RFC 2822.
    case messageID = "A027"
    /// An empty or too long value, or one with control characters.
    case value = "A028"
    /// originalSender or finalRecipient is missing.
    case missingProperty = "A029"
    /// A property name twice.
    case repeatedProperty = "A030"
    /// A payload outside the message.
    case externalPayload = "A031"
    /// Two PartInfo for one part.
    case repeatedReference = "A032"
    /// A SOAP Body with content.
    case bodyContent = "A033"
    /// A header block that must be understood and is not.
    case mustUnderstand = "A034"

    // Payload parts.
    /// A part that no PartInfo names.
    case unreferencedPart = "A040"
    /// A PartInfo that names no part.
    case missingPart = "A041"
    /// CompressionType without MimeType (AS4 Profile 3.1).
    case mimeTypeMissing = "A042"
    /// A CompressionType other than application/gzip.
    case compressionType = "A043"
    /// A CharacterSet that is no name of a character set.
    case characterSet = "A044"
    /// Not a whole gzip stream.
    case gzipMalformed = "A045"
    /// Unpacks to more than the limit or the ratio allow.
    case gzipTooLarge = "A046"
    /// Bytes after the gzip stream.
    case gzipTrailing = "A047"

    // WS-Security.
    /// Not exactly one wsse:Security for us.
    case securityHeader = "A050"
    /// No signature.
    case unsigned = "A051"
    /// More than one signature.
    case signatureCount = "A052"
    /// Encrypted content, and no key of ours to decrypt with.
    case encrypted = "A053"
    /// An algorithm outside the agreement.
    case algorithm = "A054"
    /// A Reference to something that is not to be signed.
    case unexpectedReference = "A055"
    /// Something that must be signed is not.
    case uncovered = "A056"
    /// A Reference with other transforms than its kind demands.
    case transform = "A057"
    /// A digest differs: content was changed after signing.
    case digest = "A058"
    /// An element in wsse:Security that the profile does not know.
    case securityContent = "A059"
    /// The signer's key is named in a way that is not read.
    case keyReference = "A060"
    /// The certificate in the message is missing or unreadable.
    case token = "A061"
    /// The key that is named belongs to none of the partner's certificates.
    case unknownKey = "A062"
    /// wsu:Timestamp is outside its validity.
    case stale = "A063"
    /// wsu:Timestamp is malformed.
    case securityTimestamp = "A064"
    /// EncryptedKey, EncryptedData or their references are not as the profile has them.
    case encryptionStructure = "A065"
    /// A part encrypted with its MIME header (Attachment-Complete), which the profile does not use.
    case attachmentComplete = "A066"
    /// A part that the agreement wants encrypted is not.
    case unencrypted = "A067"
    /// A part cannot be decrypted. One code for every cause, so that nobody learns which.
    case decryption = "A068"

    // Agreement.
    /// No partner has these parties.
    case unknownPartner = "A070"
    /// No agreement has these roles, service, action and reference.
    case unknownAgreement = "A071"
    /// originalSender or finalRecipient has not the agreed type.
    case participantType = "A072"
    /// originalSender or finalRecipient is not in the agreement.
    case participant = "A073"
    /// A message channel (mpc) other than the default.
    case channel = "A074"

    // Signals.
    /// Neither a receipt nor an error.
    case notSignal = "A080"
    /// The signal is about another message.
    case otherMessage = "A081"
    /// The receipt has no NonRepudiationInformation.
    case receiptWithoutProof = "A082"
    /// The receipt's references are not those that were sent.
    case receiptMismatch = "A083"
    /// Receipt and error in one signal.
    case receiptAndError = "A084"
    /// A PullRequest: the profile here is push.
    case pullRequest = "A085"
    /// A header block for an intermediary: the profile here has none between two access points.
    case multihop = "A086"

    // Sending.
    /// The message cannot be packaged as the profile demands.
    case notPackageable = "A090"
    /// Key and certificate cannot sign under the profile.
    case signingKey = "A091"
    /// Our own disk did not take or give content while a message was worked on. No fault of the message.
    case storage = "A092"
    /// A key or certificate that cannot be used for encryption under the profile.
    case encryptionKey = "A093"
    /// An algorithm suite that is not known, or not available yet.
    case algorithmSuite = "A094"

    /// True for faults of the HTTP entity itself, before its envelope is looked at.
    var isPackaging: Bool { rawValue <= AS4Code.entityTooLarge.rawValue }

    /// The ebMS code a peer is answered with.
    package var ebms: EBMSCode {
        switch self {
        case .contentType, .boundary, .preamble, .unclosed, .epilogue, .partHeader, .repeatedHeader, .contentID, .repeatedContentID,
            .tooManyParts, .transferEncoding, .nestedMultipart, .rootPart, .charset, .entityTooLarge, .unreferencedPart, .missingPart:
            .mimeInconsistency
        case .envelope, .messagingCount, .messageCount, .unexpectedElement, .missingElement, .partyID, .timestamp, .messageID, .value,
            .missingProperty, .repeatedProperty, .repeatedReference, .bodyContent, .mustUnderstand, .notSignal:
            .invalidHeader
        case .externalPayload: .externalPayloadError
        case .mimeTypeMissing, .compressionType, .gzipMalformed, .gzipTooLarge, .gzipTrailing: .decompressionFailure
        case .characterSet: .valueInconsistent
        case .securityHeader, .unsigned, .signatureCount, .encrypted, .algorithm, .unexpectedReference, .uncovered, .transform,
            .securityContent, .keyReference, .securityTimestamp, .encryptionStructure, .unencrypted:
            .policyNoncompliance
        case .decryption: .failedDecryption
        case .attachmentComplete, .pullRequest, .multihop: .featureNotSupportedPackaging
        case .channel: .valueNotRecognized
        case .digest, .token, .unknownKey, .stale: .failedAuthentication
        case .unknownPartner, .unknownAgreement, .participantType, .participant: .processingModeMismatch
        case .otherMessage, .receiptWithoutProof, .receiptMismatch, .receiptAndError: .invalidReceipt
        case .notPackageable, .signingKey, .encryptionKey, .algorithmSuite: .other
        case .storage: .deliveryFailure
        }
    }
}
