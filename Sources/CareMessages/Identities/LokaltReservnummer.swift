/// The regions' own reserve numbers (LRID), known by the OID of the issuer. Form as listed by Inera ("Lokala Reservidn").
///
/// Unique only inside the issuing region: rule W05 warns when one travels alone outside it.
package enum LokaltReservnummer: String, CaseIterable, Sendable {
    /// Region Stockholm.
    case stockholm = "1.2.752.97.3.1.3"
    /// Västra Götalandsregionen.
    case vastraGotaland = "1.2.752.113.11.0.2.1.1.1"
    /// Region Värmland.
    case varmland = "1.2.752.74.9.2"
    /// Inera, formerly Carelink: used in several regions.
    case inera = "1.2.752.129.2.1.3.2"
    /// Region Örebro län.
    case orebro = "1.2.752.74.9.3"
    /// Region Skåne.
    case skane = "1.2.752.219.1.10.10.1"
    /// Region Blekinge.
    case blekinge = "1.2.752.74.9.5"
    /// Region Västernorrland.
    case vasternorrland = "1.2.752.269.1.1"
    /// Region Sörmland, first series.
    case sormland1 = "1.2.752.266.1.1.1"
    /// Region Sörmland, second series.
    case sormland2 = "1.2.752.266.1.1.2"

    /// The county of the issuing region; `nil` when several regions use the series.
    package var county: String? {
        switch self {
        case .stockholm: "01"
        case .vastraGotaland: "14"
        case .varmland: "17"
        case .inera: nil
        case .orebro: "18"
        case .skane: "12"
        case .blekinge: "10"
        case .vasternorrland: "22"
        case .sormland1, .sormland2: "04"
        }
    }

    /// Whether `text` has the form of the series and, where the series has one, the right check digit.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .stockholm: text.wholeMatch(of: /99[0-9]{10}/) != nil && Luhn.isValid(text.dropFirst(4))
        case .vastraGotaland: Self.acceptsVastraGotaland(text)
        case .varmland: Self.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}S[FUXPL][0-9][A-UW-Z1-9]/) != nil
        case .inera:
            text.wholeMatch(of: /[0-9]{4}(?:0[1-9]|1[0-2])(?:3[2-9]|4[0-9]|5[0-9])[0-9]{4}/) != nil && Luhn.isValid(text.dropFirst(2))
        case .orebro: Self.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}T[A-Z][0-9][A-J]/) != nil
        case .skane: text.wholeMatch(of: /(?:[0-9]{6}|[0-9]{8})[DEF][A-Z][01][A-Z]/) != nil
        case .blekinge: Self.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}-[A-Z]{2}[0-9][A-Z]/) != nil
        case .vasternorrland: Self.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{11}R/) != nil
        case .sormland1: Self.beginsWithDate(text) && text.wholeMatch(of: /[0-9]{8}[A-Z]{2}[0-9][A-Z]/) != nil
        case .sormland2: text.wholeMatch(of: /18[56]00101[MNKP][0-9]{3}/) != nil
        }
    }

    /// Whether eight digits YYYYMMDD stand first that can be a date. 00 passes for an unknown month or day: the published forms do not
    /// say how the regions write those, and a reserve number must not be refused on a guess.
    static func beginsWithDate(_ text: String) -> Bool {
        text.prefixMatch(of: /[0-9]{4}(?:0[0-9]|1[0-2])(?:[0-2][0-9]|3[01])/) != nil
    }

    /// A date of the calendar, K (woman), M (man) or X, a number whose parity or range agrees with it, and a check digit over the letter's digit value.
    private static func acceptsVastraGotaland(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /([0-9]{8})([KMX])([0-9]{2})([0-9])/), let number = Int(match.3),
            let year = Int(match.1.prefix(4)), let month = Int(match.1.dropFirst(4).prefix(2)), let day = Int(match.1.suffix(2)),
            CalendarDay(year: year, month: month, day: day) != nil
        else { return false }
        let value: String
        switch match.2 {
        case "K" where (6...79).contains(number) && number.isMultiple(of: 2): value = "5"
        case "M" where (6...79).contains(number) && !number.isMultiple(of: 2): value = "7"
        case "X" where (80...89).contains(number): value = "8"
        default: return false
        }
        return Luhn.isValid(match.1.dropFirst(2) + value + match.3 + match.4)
    }
}
