import CareMessages
import Documents
import Foundation
import Gateway
import Glibc
import Signatures

/// What the demo shows, in order. Each act ends with claims, and each claim is checked against files before it is printed.
struct DemoStory {
    let stage: DemoStage
    let asJSON: Bool
    /// Whether the gateways run on afterwards.
    let isKept: Bool
    /// The case of the admission, for whoever explores.
    let admissionCase = UUID().uuidString.lowercased()
    let began = ContinuousClock.now

    init(stage: DemoStage, asJSON: Bool = false, isKept: Bool = false) {
        (self.stage, self.asJSON, self.isKept) = (stage, asJSON, isKept)
    }

    func tell() async throws {
        try await prepare()
        let admission = try await threeMessages()
        try await stopAndStart()
        try await killDuringDelivery()
        try tamper(with: admission)
        try await finish()
    }

    private func prepare() async throws {
        title(
            "1. En utvecklings-CA, tre organisationer, tre tjänster på den egna maskinen med ömsesidig TLS",
            "1. A development CA, three organisations, three gateways on loopback with mutual TLS")
        try stage.makeCertificates()
        claim(
            "tre utfärdare (TLS, AS4, signaturer) och certifikat för Region Exempel, Exempelkommun, Provkommun",
            "three authorities (TLS, AS4, signatures) and certificates for Region Exempel, Exempelkommun, Provkommun", stage.certificates)
        try stage.writeConfigurations()
        for gateway in stage.gateways {
            try await gateway.start()
            claim(
                "tjänsten för \(gateway.organisation.name) är redo, pid \(gateway.pid ?? 0)",
                "\(gateway.organisation.name)'s gateway is ready, pid \(gateway.pid ?? 0)", gateway.configuration)
        }
    }

    /// A child in a familjehem: registered in Provkommun, placed by Exempelkommun. Both are told; so is the region's own BUP.
    private func threeMessages() async throws -> String {
        title(
            "2. Inskrivningsmeddelande för ett placerat barn: Region Exempel → Exempelkommun, Provkommun och regionens egen BUP",
            "2. Inskrivningsmeddelande for a placed child: Region Exempel → Exempelkommun, Provkommun and the region's own BUP")
        let caseID = admissionCase
        let admission = DemoMessage(.inskrivningsmeddelande, caseID: caseID)
        let sent = try await submit(admission, through: stage.region)
        try await arrives(admission, in: stage.kommun)
        try await arrives(admission, in: stage.neighbour)
        try await arrives(admission, in: stage.region)
        try await receipts(of: sent, at: stage.region)
        try proveSignature(of: admission, in: stage.kommun)
        title(
            "3. Underrättelse om utskrivningsklar i samma ärende: Region Exempel → samma mottagare",
            "3. Underrättelse om utskrivningsklar in the same case: Region Exempel → the same")
        var ready = DemoMessage(.utskrivningsklar, caseID: caseID)
        ready.refersTo = admission.messageID
        try await receipts(of: try await submit(ready, through: stage.region), at: stage.region)
        try await arrives(ready, in: stage.kommun)
        title(
            "4. Remiss åt andra hållet: Exempelkommun → Region Exempel", "4. Remiss in the other direction: Exempelkommun → Region Exempel")
        let referral = DemoMessage(.remiss, caseID: UUID().uuidString.lowercased())
        try await receipts(of: try await submit(referral, through: stage.kommun), at: stage.kommun)
        try await arrives(referral, in: stage.region)
        return try inboxFile(of: admission, in: stage.kommun)
    }

    private func stopAndStart() async throws {
        title(
            "5. Exempelkommuns tjänst stoppas; regionen skickar ändå",
            "5. Exempelkommun's gateway is stopped; the region sends all the same")
        guard stage.kommun.signal(SIGTERM) == 0 else {
            throw DemoFailure("tjänsten stannar ordnat vid SIGTERM", "the gateway stops cleanly on SIGTERM")
        }
        claim("Exempelkommuns tjänst stannade ordnat, slutkod 0", "Exempelkommun's gateway stopped cleanly, exit code 0", stage.kommun.log)
        var message = DemoMessage(.inskrivningsmeddelande, caseID: UUID().uuidString.lowercased())
        message.ward = "A112"
        let copies = try await submit(message, through: stage.region)
        guard let copy = copies.first(where: { $0.partner == DemoOrganisation.kommun.label }) else {
            throw DemoFailure("en kopia för Exempelkommun ligger i spoolen", "a copy for Exempelkommun is in the spool")
        }
        let entry = "\(stage.region.folder)/spool/outbound/deferred/\(copy.id)"
        try await check(local("kopian för Exempelkommun är uppskjuten", "the copy for Exempelkommun is deferred"), entry, within: 10) {
            access(entry, F_OK) == 0
        }
        let history = try DemoReading.history("\(entry)/history.jsonl")
        guard let last = history.last, let code = last.code, let next = last.nextTryAt else {
            throw DemoFailure(
                "historiken för \(copy.id) säger orsak och nästa försök", "the history of \(copy.id) tells the reason and the next try")
        }
        let why = HistoryWords.trouble(code: code, reason: last.reason)
        claim(
            "varför och när: \(why); nästa försök \(LocalTime.text(next))", "why and when: \(why); next try \(LocalTime.text(next))",
            "\(entry)/history.jsonl")
        try await arrives(message, in: stage.neighbour)
        claim(
            "Provkommun fick sin kopia under tiden: en död partner försenar ingen annan",
            "Provkommun got its copy meanwhile: a dead partner delays no other", stage.neighbour.folder + "/inbox")
        try await stage.kommun.start()
        try await receipts(of: copies, at: stage.region)
        try await arrives(message, in: stage.kommun)
    }

    /// The receiver is frozen with the request in its socket, so that the kill certainly falls into the delivery.
    private func killDuringDelivery() async throws {
        title("6. Avsändaren dödas med -9 mitt i en leverans", "6. The sender is killed with -9 during a delivery")
        stage.kommun.signal(SIGSTOP)
        var message = DemoMessage(.inskrivningsmeddelande, caseID: UUID().uuidString.lowercased())
        message.ward = "A113"
        let copies = try await submit(message, through: stage.region)
        guard let copy = copies.first(where: { $0.partner == DemoOrganisation.kommun.label }) else {
            throw DemoFailure("en kopia för Exempelkommun ligger i spoolen", "a copy for Exempelkommun is in the spool")
        }
        let entry = "\(stage.region.folder)/spool/outbound/inflight/\(copy.id)"
        try await check(local("leveransen pågår", "the delivery is under way"), entry, within: 10) {
            access("\(entry)/request.as4", F_OK) == 0
        }
        guard stage.region.signal(SIGKILL) == -1 else {
            throw DemoFailure("regionens tjänst dör av SIGKILL", "the region's gateway dies of SIGKILL")
        }
        claim(
            "regionens tjänst är död; meddelandet ligger kvar under leverans",
            "the region's gateway is dead; the message lies in flight, as the kill left it", entry)
        stage.kommun.signal(SIGCONT)
        try await stage.region.start()
        try await receipts(of: copies, at: stage.region)
        try await arrives(message, in: stage.kommun)
        if let log = try? String(contentsOfFile: stage.kommun.log, encoding: .utf8), log.contains("message repeated") {
            claim(
                "den frusna tjänsten hade fått det första anropet; det andra fick samma kvittens",
                "the frozen gateway had the first request; the second was answered with the first receipt", stage.kommun.log)
        }
    }

    private func tamper(with path: String) throws {
        title("7. En byte i ett signerat meddelande ändras", "7. One byte of a signed message is changed")
        guard var bytes = FileManager.default.contents(atPath: path).map({ Array($0) }) else {
            throw DemoFailure("\(path) kan läsas", "\(path) can be read")
        }
        let needle = Array("<sam:Fornamn>".utf8)
        guard let start = DemoReading.position(of: needle, in: bytes) else {
            throw DemoFailure("meddelandet har ett namn att ändra", "the message has a name to change")
        }
        bytes[start + needle.count] ^= 0x01
        let changed = "\(stage.folder)/tampered.xml"
        guard FileManager.default.createFile(atPath: changed, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw DemoFailure("\(changed) kan skrivas", "\(changed) can be written")
        }
        let outcome = try judge(bytes)
        guard !outcome.isAccepted, let finding = outcome.errors.first else {
            throw DemoFailure("det ändrade meddelandet avvisas", "the changed message is refused")
        }
        guard try judge(Array(FileManager.default.contents(atPath: path) ?? Data())).isAccepted else {
            throw DemoFailure("det oändrade meddelandet godtas", "the unchanged message is accepted")
        }
        claim("avvisat med \(finding.rule): \(finding.text.sv)", "refused with \(finding.rule): \(finding.text.en)", changed)
        line(
            "     \(local("plats", "place")): \(finding.place.path ?? "-")\(finding.place.line.map { ", \(local("rad", "line")) \($0)" } ?? "")"
        )
        line("     \(local("åtgärd", "remedy")): \(Language.current(finding.remedy))")
    }

    private func finish() async throws {
        title("8. Inget blev över", "8. Nothing is left over")
        for gateway in stage.gateways {
            for state in ["ready", "inflight", "awaiting", "deferred", "failed", "corrupt", "incoming"] {
                for direction in ["outbound", "inbound"] {
                    let folder = "\(gateway.folder)/spool/\(direction)/\(state)"
                    try await check(nil, folder, within: 10) { DemoReading.names(folder).isEmpty }
                }
            }
        }
        claim(
            "alla köer är tomma, inget misslyckades, inget är skadat", "every queue is empty, nothing failed, nothing is damaged",
            "\(stage.folder)/*/spool/*/")
        title("Alla påståenden höll. Gå vidare med", "All claims held. What next")
        if !isKept {
            next("demo --keep", local("samma sak, och tjänsterna får köra vidare", "the same, and leaves the gateways running to explore"))
        }
        next("check Schemas/examples/*", local("pröva meddelanden utan någon tjänst", "judge messages without any gateway"))
        next("config example", local("en kommenterad konfiguration att börja från", "a commented configuration to start from"))
        line(
            "  "
                + local(
                    "README.md: det första riktiga utbytet i sju steg; Docs/ efter roll",
                    "README.md: the first real exchange in seven steps; Docs/ by role"))
    }
}
