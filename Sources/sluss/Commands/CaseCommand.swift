import ArgumentParser
import CareMessages
import Foundation
import Gateway

/// `sluss case`
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "case",
        local("Visa ärenden: vad som har skickats, vad som väntas.", "Show cases: what was sent, what is waited for."),
        examples: [
            "sluss case list --open --config sluss.yaml", "sluss case show c2a7e0d4", "sluss case timeline c2a7e0d4 --json",
        ],
        local(
            """
            Ett ärende är ett vårdtillfälle, en placering, en remiss, en hälsoundersökning eller en SIP, så som dess \
            meddelanden säger. Visar inga patientuppgifter. Fungerar vare sig tjänsten körs eller inte.
            """,
            """
            A case is an admission, a placement, a referral, a health examination or a SIP, as its messages say. Shows no \
            patient data. Works while the daemon runs or is down.
            """),
        subcommands: [CaseList.self, CaseShow.self, CaseTimeline.self], defaultSubcommand: CaseList.self)
}
