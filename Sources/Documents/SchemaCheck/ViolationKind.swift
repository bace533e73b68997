import CLibXML2

/// Kinds of schema violations in words that say nothing about the value.
enum ViolationKind: String, CaseIterable {
    case unknownRoot = "root element not declared"
    case missingElement = "element missing"
    case unexpectedElement = "element not expected here"
    case unexpectedText = "text not allowed here"
    case notEmpty = "element must be empty"
    case list = "value not in list"
    case pattern = "value does not match the pattern"
    case length = "value too long or too short"
    case range = "value out of range"
    case digits = "too many digits"
    case type = "value not of its type"
    case fixed = "value not the fixed one"
    case attributeMissing = "attribute missing"
    case attributeUnexpected = "attribute not allowed"
    case abstractType = "abstract element or type"
    case nilValue = "nil not allowed or not empty"
    case identity = "key not unique or not found"
    case wildcard = "no declaration for a foreign element or attribute"
    case other = "other violation"
    case internalFault = "validator failed"

    init(libraryCode: UInt32) {
        self = Self.kinds[libraryCode] ?? .other
    }

    private static let kinds: [UInt32: ViolationKind] = {
        let table: [(ViolationKind, [xmlParserErrors])] = [
            (.unknownRoot, [XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_UNDECLAREDELEM, XML_SCHEMAV_NOROOT, XML_SCHEMAV_DOCUMENT_ELEMENT_MISSING]),
            (.missingElement, [XML_SCHEMAV_MISSING]),
            (.unexpectedElement, [XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_EXTRACONTENT, XML_SCHEMAV_WRONGELEM, XML_SCHEMAV_INVALIDELEM]),
            // A child element inside an element of a simple type.
            (.unexpectedElement, [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2]),
            (.unexpectedText, [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3]),
            (.notEmpty, [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_NOTEMPTY]),
            (.list, [XML_SCHEMAV_CVC_ENUMERATION_VALID]),
            (.pattern, [XML_SCHEMAV_CVC_PATTERN_VALID]),
            (.length, [XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID]),
            (.range, [XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID]),
            (.range, [XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID]),
            (.digits, [XML_SCHEMAV_CVC_TOTALDIGITS_VALID, XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID]),
            (.type, [XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3]),
            (.type, [XML_SCHEMAV_CVC_TYPE_1, XML_SCHEMAV_CVC_TYPE_2, XML_SCHEMAV_CVC_ATTRIBUTE_3, XML_SCHEMAV_CVC_FACET_VALID]),
            (.fixed, [XML_SCHEMAV_CVC_ELT_5_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_2]),
            (.fixed, [XML_SCHEMAV_CVC_ATTRIBUTE_4, XML_SCHEMAV_CVC_AU]),
            (.attributeMissing, [XML_SCHEMAV_CVC_COMPLEX_TYPE_4]),
            (
                .attributeUnexpected,
                [XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2]
            ),
            (.attributeUnexpected, [XML_SCHEMAV_ATTRUNKNOWN, XML_SCHEMAV_CVC_TYPE_3_1_1]),
            (.abstractType, [XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_ISABSTRACT]),
            (.nilValue, [XML_SCHEMAV_CVC_ELT_3_1, XML_SCHEMAV_CVC_ELT_3_2_1, XML_SCHEMAV_CVC_ELT_3_2_2, XML_SCHEMAV_NOTNILLABLE]),
            (.identity, [XML_SCHEMAV_CVC_IDC]),
            (.wildcard, [XML_SCHEMAV_CVC_WILDCARD]),
            (.internalFault, [XML_SCHEMAV_INTERNAL]),
        ]
        return Dictionary(uniqueKeysWithValues: table.flatMap { row in row.1.map { ($0.rawValue, row.0) } })
    }()

    /// The kind as a sentence for operators.
    var text: LocalText {
        LocalText(sv: "Dokumentet följer inte schemat: \(swedish).", en: "The document does not follow the schema: \(rawValue).")
    }

    private var swedish: String {
        switch self {
        case .unknownRoot: "okänt rotelement"
        case .missingElement: "ett element saknas"
        case .unexpectedElement: "elementet ska inte stå här"
        case .unexpectedText: "text får inte stå här"
        case .notEmpty: "elementet ska vara tomt"
        case .list: "värdet finns inte i kodlistan"
        case .pattern: "värdet har fel form"
        case .length: "värdet är för långt eller för kort"
        case .range: "värdet ligger utanför gränserna"
        case .digits: "värdet har för många siffror"
        case .type: "värdet är av fel typ"
        case .fixed: "värdet är inte det fastställda"
        case .attributeMissing: "ett attribut saknas"
        case .attributeUnexpected: "attributet är inte tillåtet"
        case .abstractType: "elementet eller typen är abstrakt"
        case .nilValue: "nil är inte tillåtet, eller elementet är inte tomt"
        case .identity: "en nyckel är inte unik eller saknas"
        case .wildcard: "ett främmande element eller attribut saknar deklaration"
        case .other: "annan avvikelse"
        case .internalFault: "kontrollen kunde inte slutföras"
        }
    }

    /// A broken restriction of a value, which libxml2 repeats as a broken type.
    var isFacet: Bool {
        switch self {
        case .list, .pattern, .length, .range, .digits: true
        default: false
        }
    }
}
