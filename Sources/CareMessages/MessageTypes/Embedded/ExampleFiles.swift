// swift-format-ignore-file
// Written by Schemas/embed.py from Schemas/examples/*.xml. Do not edit; run the script again.

/// One realistic message per type, unsigned. Organisations are made up, person numbers are Skatteverket's test numbers.
package enum ExampleFiles {
    /// File name to bytes, exactly as committed.
    package static let all: [String: [UInt8]] = [
        "M01-inskrivningsmeddelande.xml": Array(M01InskrivningsmeddelandeExample.text.utf8),
        "M05-utskrivningsklar.xml": Array(M05UtskrivningsklarExample.text.utf8),
        "M17-remiss.xml": Array(M17RemissExample.text.utf8),
    ]
}
