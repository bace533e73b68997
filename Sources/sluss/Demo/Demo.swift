import ArgumentParser
import Documents
import Foundation
import Gateway
import Glibc

/// `sluss demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the main job on this machine: three gateways, real messages, a stop, a kill and a tampered file.",
        discussion: """
            EXAMPLE
              sluss demo
              sluss demo --keep      leaves the gateways running to explore

            Makes a development CA and the certificates of Region Exempel, Exempelkommun and Provkommun in a scratch folder, and starts a gateway
            for each on loopback with mutual TLS. Every claim it prints is checked; exit code 0 only if all of them held.
            Only test persons of Skatteverket's published series occur.
            """)

    @Flag(name: .long, help: "Leave the gateways running and the files in place.") var keep = false
    @Flag(name: .long, help: "One JSON object for each claim that was checked.") var json = false
    @Option(name: .long, help: "Where to put the files. Default: a new folder in the system's temporary folder.") var folder: String?

    func run() async throws {
        let language = Language.current
        let stage: DemoStage
        do {
            stage = try DemoStage(folder: folder)
        } catch {
            Terminal.say("sluss demo: \((error as? DemoFailure)?.claim ?? "\(error)")")
            throw Answer.inputOutput
        }
        let watch = DemoInterrupt(stage)
        defer { watch.end() }
        do {
            try await DemoStory(stage: stage, asJSON: json).tell()
        } catch {
            let claim = (error as? DemoFailure)?.claim ?? "\(error)"
            Terminal.say("\n\(language("Påståendet höll inte", "The claim did not hold")): \(claim)")
            Terminal.say("\(language("Loggar och filer finns kvar i", "Logs and files are kept in")) \(stage.folder)")
            stage.stopAll()
            throw Answer.negative
        }
        if keep {
            stage.leaveRunning()
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
