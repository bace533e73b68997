// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/*.xsd. Do not edit; run the script again.

/// The schemas of `urn:sluss:samverkan:1`, compiled once at start from here and from nowhere else.
package enum SchemaFiles {
    /// The file that includes all others.
    package static let main = "samverkan.xsd"

    /// File name to bytes, exactly as committed.
    package static let all: [String: [UInt8]] = [
        "M01-inskrivningsmeddelande.xsd": Array(M01InskrivningsmeddelandeSchema.text.utf8),
        "M05-utskrivningsklar.xsd": Array(M05UtskrivningsklarSchema.text.utf8),
        "M17-remiss.xsd": Array(M17RemissSchema.text.utf8),
        "grundtyper.xsd": Array(GrundtyperSchema.text.utf8),
        "identiteter.xsd": Array(IdentiteterSchema.text.utf8),
        "kuvert.xsd": Array(KuvertSchema.text.utf8),
        "patient.xsd": Array(PatientSchema.text.utf8),
        "placering.xsd": Array(PlaceringSchema.text.utf8),
        "samverkan.xsd": Array(SamverkanSchema.text.utf8),
        "signatur.xsd": Array(SignaturSchema.text.utf8),
    ]
}
