import Documents

/// Why a configuration file, or something it names, cannot be used. C001–C011 the file as such, C020–C024 its keys, C030–C049 one value,
/// C050–C069 and C076–C079 values that contradict each other, C070–C075 what looks wrong but works, C080–C097 files, keys and
/// certificates, C100–C104 folders, C110–C113 routing,
/// C123 and C125 the quarantine, C012, C120–C122 and C124 what is agreed with partners.
package enum ConfigurationCode: String, RefusalCode {
    case unreadable = "C001"
    case unsafeFile = "C002"
    case tooLarge = "C003"
    case notText = "C004"
    case syntax = "C005"
    case severalDocuments = "C006"
    case repeatedKey = "C007"
    case reference = "C008"
    case tag = "C009"
    case empty = "C010"
    case version = "C011"
    case notAProcessingMode = "C012"

    case unknownKey = "C020"
    case missingKey = "C021"
    case wrongShape = "C022"
    case missingValue = "C023"
    case tooMany = "C024"

    case number = "C030"
    case outOfRange = "C031"
    case duration = "C032"
    case size = "C033"
    case flag = "C034"
    case word = "C035"
    case name = "C036"
    case organisationsnummer = "C037"
    case areaCode = "C038"
    case host = "C039"
    case endpoint = "C040"
    case pin = "C041"
    case path = "C042"
    case date = "C043"
    case text = "C044"
    case fetchAddress = "C045"
    case keyPlace = "C046"
    case time = "C049"

    case samePartnerName = "C050"
    case sameOrganisationsnummer = "C051"
    case sameAgreementName = "C052"
    case unknownPartner = "C053"
    case sentTwice = "C054"
    case receivedTwice = "C055"
    case emptyAgreement = "C056"
    case noListener = "C057"
    case repeatedValue = "C058"
    case sharedPin = "C059"
    case nestedPaths = "C060"
    case retrySchedule = "C061"
    case weakeningOver = "C062"
    case connectionLimits = "C063"
    case noRevocationLists = "C064"
    case samePartyID = "C065"
    case roleCannotReceive = "C066"
    case memoryLimits = "C067"
    case missingIssuer = "C068"
    case revocationModes = "C069"

    case ownEndpoint = "C070"
    case unusedPartner = "C071"
    case unusedListener = "C072"
    case softRevocation = "C073"
    case ownOrganisation = "C074"
    case longWeakening = "C075"

    case overlapPair = "C076"
    case messageAge = "C077"
    case averageLevel = "C078"
    case dayAmounts = "C079"

    case missingFile = "C080"
    case keyPermissions = "C081"
    case keyUnusable = "C082"
    case keyMismatch = "C083"
    case certificateUnusable = "C084"
    case certificateExpired = "C085"
    case certificateNotYetValid = "C086"
    case certificateExpiresSoon = "C087"
    case otherOrganisation = "C088"
    case unnamedOrganisation = "C089"
    case noRoot = "C090"
    case crlUnusable = "C091"
    case weakKey = "C092"
    case ownPin = "C093"
    case as4KeyKind = "C094"
    case ownCertificateUntrusted = "C095"
    case crlStale = "C096"
    case otherEnvironment = "C097"

    case folderMissing = "C100"
    case folderUnusable = "C101"
    case folderOpen = "C102"
    case otherFileSystem = "C103"
    case littleSpace = "C104"

    case unknownOrganisation = "C110"
    case otherNumber = "C111"
    case sameAddressee = "C112"
    case placementMessagesOff = "C113"

    case unencrypted = "C120"
    case noEncryptionCertificate = "C121"
    case encryptionCertificateUnfit = "C122"
    case quarantineCertificate = "C123"
    case noReceipts = "C124"
    case quarantineLeft = "C125"

    /// Warnings do not stop the gateway; everything else does.
    package var severity: ConfigurationProblem.Severity {
        switch self {
        case .ownEndpoint, .unusedPartner, .unusedListener, .ownOrganisation, .longWeakening,
            .noReceipts, .quarantineLeft, .certificateExpiresSoon, .ownPin, .ownCertificateUntrusted, .crlStale, .otherFileSystem,
            .littleSpace:
            .warning
        default: .error
        }
    }

    /// What is wrong, in general; a ``ConfigurationProblem`` adds what was found.
    package var text: LocalText { wording.text }

    /// What the operator can do about it.
    package var remedy: LocalText { wording.remedy }

    /// The words of the code. A test holds the table complete; a gap would show as the bare code.
    var wording: Wording {
        Self.wordings[self] ?? Wording(rawValue, rawValue, remedy: "", "")
    }

    static let wordings: [ConfigurationCode: Wording] =
        fileWordings
        .merging(valueWordings) { first, _ in first }
        .merging(contradictionWordings) { first, _ in first }
        .merging(materialWordings) { first, _ in first }
        .merging(routingWordings) { first, _ in first }
        .merging(exchangeWordings) { first, _ in first }

    /// Text and remedy in both languages.
    struct Wording: Sendable {
        let text: LocalText
        let remedy: LocalText

        init(_ sv: String, _ en: String, remedy remedySv: String, _ remedyEn: String) {
            text = LocalText(sv: sv, en: en)
            remedy = LocalText(sv: remedySv, en: remedyEn)
        }
    }
}
