/// The error codes of ebMS 3.0 Core 6.7 and the AS4 Profile 3.2 and 5.1.8, the whole catalogue as data.
package enum EBMSCode: String, CaseIterable, Sendable {
    /// A value is not among those known.
    case valueNotRecognized = "EBMS:0001"
    /// A feature is not supported; the message may still be valid.
    case featureNotSupported = "EBMS:0002"
    /// Values contradict each other.
    case valueInconsistent = "EBMS:0003"
    /// Something else, such as a fault of our own.
    case other = "EBMS:0004"
    /// No connection; only a sender reports it, to its own producer.
    case connectionFailure = "EBMS:0005"
    /// A pull found nothing.
    case emptyMessagePartitionChannel = "EBMS:0006"
    /// MIME parts and header do not fit each other.
    case mimeInconsistency = "EBMS:0007"
    /// A packaging feature is not supported.
    case featureNotSupportedPackaging = "EBMS:0008"
    /// The ebMS header breaks the packaging rules.
    case invalidHeader = "EBMS:0009"
    /// No agreement (P-Mode) fits the message.
    case processingModeMismatch = "EBMS:0010"
    /// The message points at content outside itself.
    case externalPayloadError = "EBMS:0011"
    /// Signature or signer not accepted.
    case failedAuthentication = "EBMS:0101"
    /// A part cannot be decrypted.
    case failedDecryption = "EBMS:0102"
    /// Security is used otherwise than the agreement says.
    case policyNoncompliance = "EBMS:0103"
    /// Reliability cannot be kept, such as no room to store.
    case dysfunctionalReliability = "EBMS:0201"
    /// The message cannot be delivered.
    case deliveryFailure = "EBMS:0202"
    /// No receipt came in time.
    case missingReceipt = "EBMS:0301"
    /// A receipt does not prove what was sent.
    case invalidReceipt = "EBMS:0302"
    /// A part cannot be decompressed.
    case decompressionFailure = "EBMS:0303"

    /// How serious an error is.
    package enum Severity: String, Sendable {
        /// Something to note; the message counts as received.
        case warning
        /// The message was not accepted.
        case failure
    }

    /// Which part of the work failed (`eb:Error/@category`).
    package enum Category: String, Sendable {
        /// Meaning of the header.
        case content = "Content"
        /// Transport between the access points.
        case communication = "Communication"
        /// Packaging.
        case unpackaging = "Unpackaging"
        /// Security and agreement.
        case processing = "Processing"
    }

    /// What the specifications say of one code.
    package struct Entry: Sendable, Equatable {
        /// `eb:Error/@severity`.
        package let severity: Severity
        /// `eb:Error/@category`.
        package let category: Category
        /// `eb:Error/@shortDescription`.
        package let shortDescription: String
    }

    /// The catalogue's row for this code.
    package var entry: Entry {
        switch self {
        case .valueNotRecognized: Entry(severity: .failure, category: .content, shortDescription: "ValueNotRecognized")
        case .featureNotSupported: Entry(severity: .warning, category: .content, shortDescription: "FeatureNotSupported")
        case .valueInconsistent: Entry(severity: .failure, category: .content, shortDescription: "ValueInconsistent")
        case .other: Entry(severity: .failure, category: .content, shortDescription: "Other")
        case .connectionFailure: Entry(severity: .failure, category: .communication, shortDescription: "ConnectionFailure")
        case .emptyMessagePartitionChannel:
            Entry(severity: .warning, category: .communication, shortDescription: "EmptyMessagePartitionChannel")
        case .mimeInconsistency: Entry(severity: .failure, category: .unpackaging, shortDescription: "MimeInconsistency")
        case .featureNotSupportedPackaging: Entry(severity: .failure, category: .unpackaging, shortDescription: "FeatureNotSupported")
        case .invalidHeader: Entry(severity: .failure, category: .unpackaging, shortDescription: "InvalidHeader")
        case .processingModeMismatch: Entry(severity: .failure, category: .processing, shortDescription: "ProcessingModeMismatch")
        case .externalPayloadError: Entry(severity: .failure, category: .content, shortDescription: "ExternalPayloadError")
        case .failedAuthentication: Entry(severity: .failure, category: .processing, shortDescription: "FailedAuthentication")
        case .failedDecryption: Entry(severity: .failure, category: .processing, shortDescription: "FailedDecryption")
        case .policyNoncompliance: Entry(severity: .failure, category: .processing, shortDescription: "PolicyNoncompliance")
        case .dysfunctionalReliability: Entry(severity: .failure, category: .processing, shortDescription: "DysfunctionalReliability")
        case .deliveryFailure: Entry(severity: .failure, category: .communication, shortDescription: "DeliveryFailure")
        case .missingReceipt: Entry(severity: .failure, category: .communication, shortDescription: "MissingReceipt")
        case .invalidReceipt: Entry(severity: .failure, category: .communication, shortDescription: "InvalidReceipt")
        case .decompressionFailure: Entry(severity: .failure, category: .communication, shortDescription: "DecompressionFailure")
        }
    }
}
