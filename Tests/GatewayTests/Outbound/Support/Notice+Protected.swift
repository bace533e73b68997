extension Notice {
    /// The same about a protected child: no address, no place of stay, and every receiver's mailbox said to be protected.
    var protectedText: String {
        let open = text.replacing(/<sam:Folkbokforingsadress>.*<\/sam:Folkbokforingsadress>/.dotMatchesNewlines()) { _ in
            "<sam:Adressmarkering>SKYDDAD</sam:Adressmarkering>"
        }
        return open.replacing("<sam:Skydd>INGEN<", with: "<sam:Skydd>SEKRETESSMARKERING<")
            .replacing("<sam:Vistelsekommun>0382</sam:Vistelsekommun>", with: "")
            .replacing("</sam:Mottagare>", with: "<sam:SkyddadBrevlada>true</sam:SkyddadBrevlada></sam:Mottagare>")
    }

    var protectedBytes: [UInt8] { Array(protectedText.utf8) }
}
