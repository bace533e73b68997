/// Regional reserve numbers for which no OID is published. A message cannot mark them, so they arrive as an unknown kind (rule W04); the form
/// tells the person who matches the patient by hand where to ask. Never proof: the forms overlap.
package enum ReservnummerUtanOID: String, CaseIterable, Sendable {
    /// Region Västerbotten.
    case vasterbotten = "Västerbotten"
    /// Region Halland.
    case halland = "Halland"
    /// Region Gävleborg.
    case gavleborg = "Gävleborg"
    /// Region Dalarna.
    case dalarna = "Dalarna"

    /// The county of the issuing region.
    package var county: String {
        switch self {
        case .vasterbotten: "24"
        case .halland: "13"
        case .gavleborg: "21"
        case .dalarna: "20"
        }
    }

    /// Whether `text` has the form of the series.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .vasterbotten: LokaltReservnummer.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}[REKA][0-9]{3}/) != nil
        case .halland: text.wholeMatch(of: /[0-9]{4}(?:0[1-9]|1[0-2])(?:3[2-9]|4[0-9]|5[0-9])[0-9]{4}/) != nil
        case .gavleborg: LokaltReservnummer.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}-[0-9]{2}[MKX][0-9]/) != nil
        case .dalarna: LokaltReservnummer.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}[A-Z][0-9]{3}/) != nil
        }
    }
}
