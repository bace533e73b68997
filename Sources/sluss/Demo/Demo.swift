import ArgumentParser
import Documents
import Foundation
import Gateway
import Glibc

/// `sluss demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "demo",
        local(
            "Visa huvuduppgiften här, med stopp, avbrott och en ändrad fil.",
            "Show the main job here, with a stop, a kill and a tampered file."),
        examples: ["sluss demo", "sluss demo --keep"],
        local(
            """
            Gör en utvecklings-CA och certifikat för Region Exempel, Exempelkommun och Provkommun i en tillfällig mapp, och \
            startar en tjänst för var och en med ömsesidig TLS på den egna maskinen. Varje påstående kontrolleras innan det \
            skrivs ut; slutkod 0 bara om alla höll. Bara testpersoner ur Skatteverkets publicerade serie förekommer.
            """,
            """
            Makes a development CA and the certificates of Region Exempel, Exempelkommun and Provkommun in a scratch folder, \
            and starts a gateway for each on loopback with mutual TLS. Every claim is checked before it is printed; exit \
            code 0 only if all of them held. Only test persons of Skatteverket's published series occur.
            """))

    @Flag(
        name: .long,
        help: .words("Låt tjänsterna köra vidare och filerna ligga kvar.", "Leave the gateways running and the files in place.")) var keep =
        false
    @Flag(
        name: .long,
        help: .words("Ett JSON-objekt för varje påstående som kontrollerats.", "One JSON object for each claim that was checked."))
    var json = false
    @Option(
        name: .long,
        help: .words(
            "Var filerna läggs. Förval: en ny mapp bland systemets tillfälliga.",
            "Where to put the files. Default: a new folder in the system's temporary folder."))
    var folder: String?

    func run() async throws {
        let language = Language.current
        let stage: DemoStage
        do {
            stage = try DemoStage(folder: folder)
        } catch {
            Terminal.say("sluss demo: \((error as? DemoFailure)?.claim ?? "\(error)")")
            throw Answer.inputOutput
        }
        let story = DemoStory(stage: stage, asJSON: json, isKept: keep)
        let watch = DemoInterrupt(stage)
        defer { watch.end() }
        do {
            try await story.tell()
        } catch {
            let claim = (error as? DemoFailure)?.claim ?? "\(error)"
            Terminal.say("\n\(language("Påståendet höll inte", "The claim did not hold")): \(claim)")
            Terminal.say("\(language("Loggar och filer finns kvar i", "Logs and files are kept in")) \(stage.folder)")
            stage.stopAll()
            throw Answer.negative
        }
        if keep {
            stage.leaveRunning(admissionCase: story.admissionCase)
        } else {
            stage.stopAll()
            guard folder == nil else { return Terminal.say("\(language("Filerna finns kvar i", "The files are kept in")) \(stage.folder)") }
            stage.remove()
            Terminal.say(language("Filerna är borttagna; --keep behåller dem.", "The files have been removed; --keep keeps them."))
        }
    }
}

/// A claim of the demo that turned out false, or a step that could not be taken.
struct DemoFailure: Error {
    let claim: String

    init(_ sv: String, _ en: String) { claim = local(sv, en) }
}

/// Stops what the demo started when the demo is stopped itself.
final class DemoInterrupt {
    private var sources: [any DispatchSourceSignal] = []

    init(_ stage: DemoStage) {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                stage.stopAll()
                _exit(128 + number)
            }
            source.resume()
            sources.append(source)
        }
    }

    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
