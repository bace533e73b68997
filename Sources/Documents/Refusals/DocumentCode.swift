/// Why bytes are not a document that the gateway works on.
package enum DocumentCode: String, RefusalCode {
    /// More bytes than the limit.
    case tooLarge = "D001"
    /// Not UTF-8 or not XML 1.0 according to byte order mark, first bytes or declaration.
    case wrongEncoding = "D002"
    /// Ill-formed UTF-8, or a NUL.
    case notUTF8 = "D003"
    /// A document type declaration: the door to entities, defaults and foreign files.
    case documentType = "D004"
    /// A processing instruction.
    case processingInstruction = "D005"
    /// A limit of `DocumentLimits`; the detail names it.
    case limit = "D006"
    /// Not well-formed XML with namespaces; the detail is libxml2's error number.
    case notWellFormed = "D007"
    /// Two Id attributes with one value.
    case duplicateId = "D008"
    /// Canonicalization failed or gave nothing.
    case canonicalization = "D009"
    /// Against the schema; the detail is the kind of violation.
    case schemaViolation = "D010"
    /// A schema of ours does not compile, or refers to a file outside its table.
    case schemaUnusable = "D011"
    /// An element, comment or the like where only text may stand.
    case notPlainText = "D012"
    /// A value that cannot be written as XML: name, character or prefix.
    case notWritable = "D013"
    /// A comment where none may stand.
    case comment = "D014"
    /// A child element that must stand exactly once is missing or repeated.
    case childCount = "D015"

    /// What is wrong.
    package var text: LocalText {
        switch self {
        case .tooLarge: LocalText(sv: "Dokumentet är för stort.", en: "The document is too large.")
        case .wrongEncoding:
            LocalText(
                sv: "Dokumentet är inte XML 1.0 i UTF-8 enligt sina första bytes.",
                en: "The document's first bytes do not say XML 1.0 in UTF-8.")
        case .notUTF8:
            LocalText(sv: "Dokumentet innehåller bytes som inte är giltig UTF-8.", en: "The document has bytes that are not valid UTF-8.")
        case .documentType: LocalText(sv: "Dokumentet har en DOCTYPE.", en: "The document has a DOCTYPE.")
        case .processingInstruction:
            LocalText(sv: "Dokumentet har en bearbetningsinstruktion (<?…?>).", en: "The document has a processing instruction (<?…?>).")
        case .limit: LocalText(sv: "Dokumentet överskrider en gräns.", en: "The document exceeds a limit.")
        case .notWellFormed: LocalText(sv: "Dokumentet är inte välformad XML.", en: "The document is not well-formed XML.")
        case .duplicateId: LocalText(sv: "Samma Id-värde står på två ställen.", en: "One Id value stands in two places.")
        case .canonicalization: LocalText(sv: "Dokumentet kan inte kanoniseras.", en: "The document cannot be canonicalized.")
        case .schemaViolation: LocalText(sv: "Dokumentet följer inte schemat.", en: "The document does not follow the schema.")
        case .schemaUnusable: LocalText(sv: "Ett inbyggt schema kan inte användas.", en: "A built-in schema cannot be used.")
        case .notPlainText: LocalText(sv: "Elementet ska bara innehålla text.", en: "The element must hold only text.")
        case .notWritable: LocalText(sv: "Ett värde kan inte skrivas som XML.", en: "A value cannot be written as XML.")
        case .comment:
            LocalText(sv: "Dokumentet har en kommentar där ingen är tillåten.", en: "The document has a comment where none is allowed.")
        case .childCount: LocalText(sv: "Ett underelement saknas eller står flera gånger.", en: "A child element is missing or repeated.")
        }
    }

    /// What the sender or the operator can do.
    package var remedy: LocalText {
        switch self {
        case .tooLarge: LocalText(sv: "Skicka mindre innehåll eller dela upp det.", en: "Send less content or split it.")
        case .wrongEncoding:
            LocalText(
                sv: "Spara som UTF-8 och börja med <?xml version=\"1.0\" encoding=\"UTF-8\"?>.",
                en: "Save as UTF-8 and begin with <?xml version=\"1.0\" encoding=\"UTF-8\"?>.")
        case .notUTF8:
            LocalText(sv: "Rätta teckenkodningen i det avsändande systemet.", en: "Correct the character encoding in the sending system.")
        case .documentType: LocalText(sv: "Ta bort DOCTYPE och entiteter.", en: "Remove the DOCTYPE and its entities.")
        case .processingInstruction: LocalText(sv: "Ta bort bearbetningsinstruktionen.", en: "Remove the processing instruction.")
        case .limit:
            LocalText(sv: "Förenkla dokumentet; detaljen anger vilken gräns.", en: "Make the document simpler; the detail names the limit.")
        case .notWellFormed:
            LocalText(
                sv: "Rätta XML på angiven rad, till exempel med xmllint.",
                en: "Correct the XML at the line given, for instance with xmllint.")
        case .duplicateId: LocalText(sv: "Ge varje element ett eget Id.", en: "Give every element an Id of its own.")
        case .canonicalization:
            LocalText(sv: "Använd absoluta namnrymder utan entiteter.", en: "Use absolute namespace names and no entities.")
        case .schemaViolation:
            LocalText(
                sv: "Jämför stället med schemat och exemplet för meddelandetypen.",
                en: "Compare the place with the schema and the example of the message type.")
        case .schemaUnusable:
            LocalText(
                sv: "Installera om programmet; rapportera felet till leverantören.",
                en: "Install the program again; report the fault to the supplier.")
        case .notPlainText:
            LocalText(sv: "Ta bort kommentarer och underelement ur elementet.", en: "Remove comments and child elements from the element.")
        case .notWritable:
            LocalText(
                sv: "Ta bort styrtecken och andra otillåtna tecken ur värdet.",
                en: "Remove control characters and other forbidden characters from the value.")
        case .comment: LocalText(sv: "Ta bort kommentaren.", en: "Remove the comment.")
        case .childCount: LocalText(sv: "Skriv underelementet exakt en gång.", en: "Write the child element exactly once.")
        }
    }
}
