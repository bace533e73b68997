import Documents

/// E13 and E14: the files that go with a message.
enum AttachmentRules {
    static let all = [notCarried, agreement]

    static let notCarried = Rule(
        "E13",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 2 kap. 2 och 6 §§, 3 kap. 2 §",
            text: LocalText(
                sv: "Den här meddelandetypen får inte bära bilagor.",
                en: "This type of message may not carry attachments."),
            remedy: LocalText(
                sv: "Ta bort bilagan, eller skicka den med ett planeringsunderlag (M04), en plan (M10), utskrivningsinformation (M12), "
                    + "ett utlåtande (M16), en remiss (M17) eller ett remissvar (M19).",
                en: "Remove the attachment, or send it with material for planning (M04), a plan (M10), information at discharge (M12), "
                    + "an opinion (M16), a referral (M17) or the answer to one (M19)."))
    ) { message, context in
        guard !message.type.facts.carriesAttachments else { return [] }
        let hasFiles = context.attachedFiles?.isEmpty == false
        return Breach.when(!message.envelope.attachments.isEmpty || hasFiles, at: "Kuvert/Bilaga")
    }

    static let agreement = Rule(
        "E14",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Bilagorna stämmer inte med vad kuvertet säger om dem.",
                en: "The attachments are not what the envelope says of them."),
            remedy: LocalText(
                sv: "Ange varje bilaga en gång, med filens rätta längd och SHA-256, och lämna in just de filerna med meddelandet.",
                en:
                    "Declare each attachment once, with the file's true length and SHA-256, and submit exactly those files with the message."
            ))
    ) { message, context in
        let declared = message.envelope.attachments
        return names(declared) + (context.attachedFiles.map { files(declared, $0) } ?? [])
    }

    private static func path(_ index: Int) -> String { "Kuvert/Bilaga[\(index + 1)]" }

    /// The id goes into lists and notes outside the message.
    private static func names(_ declared: [Bilaga]) -> [Breach] {
        declared.enumerated().compactMap { index, bilaga in
            if declared[..<index].contains(where: { $0.id == bilaga.id }) {
                return Breach(
                    path(index) + "/Bilageid",
                    LocalText(sv: "Två bilagor har samma beteckning.", en: "Two attachments have the same id."))
            }
            if bilaga.id.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) }).contains(where: { $0.count > 5 }) {
                return Breach(
                    path(index) + "/Bilageid",
                    LocalText(
                        sv: "Bilagans beteckning har en siffergrupp som kan vara ett personnummer.",
                        en: "The attachment's id has a group of digits that may be a person number."))
            }
            return nil
        }
    }

    private static func files(_ declared: [Bilaga], _ present: [AttachedFile]) -> [Breach] {
        var left = present
        var breaches: [Breach] = []
        for (index, bilaga) in declared.enumerated() {
            if let found = left.firstIndex(where: { $0.fits(bilaga) }) {
                left.remove(at: found)
            } else {
                let named = present.first { $0.id == bilaga.id }
                if let named { left.removeAll { $0 == named } }
                breaches.append(Breach(path(index), named.map { objection($0, to: bilaga) } ?? missing))
            }
        }
        if !left.isEmpty {
            breaches.append(
                Breach(
                    "Kuvert",
                    LocalText(
                        sv: "\(left.count) bifogade filer står inte i kuvertet.",
                        en: "\(left.count) files came along that the envelope does not declare.")))
        }
        return breaches
    }

    private static let missing = LocalText(
        sv: "Ingen bifogad fil är den som anges här.", en: "None of the files that came along is the one declared here.")

    /// What the file is, so that whoever made the message can mend it.
    private static func objection(_ file: AttachedFile, to bilaga: Bilaga) -> LocalText {
        file.size == bilaga.size
            ? LocalText(sv: "Filen har SHA-256 \(file.sha256).", en: "The file has SHA-256 \(file.sha256).")
            : LocalText(
                sv: "Filen är \(file.size) byte lång och har SHA-256 \(file.sha256).",
                en: "The file is \(file.size) bytes long and has SHA-256 \(file.sha256).")
    }
}
