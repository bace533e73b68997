import Documents

/// The rules of M07 Öppenvårdens tillgänglighet.
enum OppenvardensTillganglighetRules {
    static let all = [contradiction]

    static let contradiction = Rule(
        "W701",
        .init(
            law: "Slussens regel; jämför lag (2017:612) 5 kap. 5 §",
            text: LocalText(
                sv: "Beskedet säger annat än underrättelsen om utskrivningsklar om öppenvårdens tillgänglighet.",
                en: "The statement says otherwise than the notice of readiness on the availability of open care."),
            remedy: LocalText(
                sv: "Stäm av med avdelningen; tillgängligheten avgör om betalningsansvaret kan inträda.",
                en: "Agree with the ward; the availability decides whether liability to pay can begin."))
    ) { message, context in
        guard let content = message.part(OppenvardensTillganglighet.self), let notice = context.caseFacts?.active(.utskrivningsklar).last,
            let stated = notice.event.facts.openCareAvailable
        else { return [] }
        return Breach.when(stated != content.available, at: "OppenvardTillganglig")
    }
}
