import Documents

/// Why a text is not the identifier it claims to be. Reported inside rule E04; never with the text itself.
package enum IdentityCode: String, RefusalCode {
    /// Wrong length or characters.
    case form = "I001"
    /// The digits of the date are no date.
    case date = "I002"
    /// The check digit is wrong.
    case checkDigit = "I003"
    /// The code is not in the official list.
    case unknownCode = "I004"
    /// The birth date and the number do not belong together.
    case otherBirthDate = "I005"
    /// The birth date lies in the future.
    case futureBirthDate = "I006"
    /// Ten digits that fit persons of two centuries, or of none.
    case century = "I007"

    /// What is wrong.
    package var text: LocalText {
        switch self {
        case .form: LocalText(sv: "Beteckningen har fel längd eller fel tecken.", en: "The identifier has the wrong length or characters.")
        case .date: LocalText(sv: "Beteckningens datum finns inte.", en: "The date in the identifier does not exist.")
        case .checkDigit: LocalText(sv: "Beteckningens kontrollsiffra stämmer inte.", en: "The identifier's check digit is wrong.")
        case .unknownCode: LocalText(sv: "Koden finns inte i den officiella listan.", en: "The code is not in the official list.")
        case .otherBirthDate:
            LocalText(sv: "Födelsedatum och personbeteckning hör inte ihop.", en: "Birth date and person number do not belong together.")
        case .futureBirthDate:
            LocalText(
                sv: "Födelsedatum ligger efter dagen då meddelandet skickades.", en: "The birth date is later than the day of sending.")
        case .century:
            LocalText(sv: "Århundradet framgår inte av tio siffror.", en: "The century does not follow from ten digits.")
        }
    }

    /// What the sender can do.
    package var remedy: LocalText {
        switch self {
        case .form:
            LocalText(sv: "Skriv beteckningen i den form som schemat anger.", en: "Write the identifier in the form the schema gives.")
        case .date, .checkDigit, .otherBirthDate, .futureBirthDate:
            LocalText(
                sv: "Hämta uppgiften på nytt ur folkbokföringen eller katalogen.",
                en: "Fetch it again from the population register or the directory.")
        case .century:
            LocalText(
                sv: "Skriv tolv siffror, eller sätt bindestreck (plustecken från det år personen fyller 100).",
                en: "Write twelve digits, or put a hyphen (a plus from the year the person turns 100).")
        case .unknownCode: LocalText(sv: "Använd en gällande kod ur SCB:s lista.", en: "Use a current code from SCB's list.")
        }
    }
}
