import ArgumentParser
import CareMessages
import Documents
import Foundation

/// `sluss new TYPE`
struct NewMessage: ParsableCommand {
    static let configuration = CommandConfiguration(
        "new",
        local(
            "Skriv ut ett ifyllt exempel på en meddelandetyp att börja från.",
            "Print a filled-in example of a message type to start from."),
        examples: ["sluss new M05 > utskrivningsklar.xml", "sluss new Remiss | sluss check -", "sluss new --list"],
        local(
            """
            Exemplet har nya id, tider nära nu, påhittade organisationer och ett av Skatteverkets testnummer. Det godtas av \
            sluss check. Byt avsändare, mottagare, patient och innehåll innan något skickas.
            """,
            """
            The example has new ids, times near now, made-up organisations and one of Skatteverket's test numbers. sluss \
            check accepts it. Change sender, receivers, patient and content before anything is sent.
            """),
        local(
            "Slutkod 0 klart, 64 typen finns inte.",
            "Exit code 0 done, 64 there is no such type."))

    @Flag(
        name: .long,
        help: .words(
            "Lista typerna med lagrum, roller, hänvisning och svar.",
            "List the types with provision, roles, reference and answers."))
    var list = false
    @Flag(name: .long, help: .words("Listan som ett JSON-objekt per rad.", "The list as one JSON object a line.")) var json = false
    @Argument(help: .words("Typens nummer eller rotelement, som M05 eller Utskrivningsklar.", "Number or root element, as M05 or Remiss."))
    var type: String?

    func validate() throws {
        guard list == (type == nil) else {
            throw ValidationError(local("ange antingen en typ eller --list", "give either a type or --list"))
        }
        if json && !list { throw ValidationError(local("--json hör till --list", "--json goes with --list")) }
        if let type, MessageType(argument: type) == nil { throw ValidationError(Self.noSuchType(type)) }
    }

    private static func noSuchType(_ word: String) -> String {
        let near = MessageType.nearest(to: word).map { local(" Menade du '\($0)'?", " Did you mean '\($0)'?") } ?? ""
        return local("'\(Terminal.safe(word))' är ingen meddelandetyp.", "'\(Terminal.safe(word))' is no message type.") + near
    }

    func run() throws {
        guard let type = type.flatMap(MessageType.init(argument:)) else {
            for type in MessageType.allCases {
                let description = TypeDescription(type)
                for line in json ? [JSONLine.text(description)] : description.lines { Terminal.data(line) }
            }
            return
        }
        var example = ExampleMessage(type, sent: Date(), messageID: Self.newID(), caseID: Self.newID())
        example.refersTo = Self.newID()
        Terminal.data(example.bytes)
        for line in advice(type) { Terminal.say(line) }
    }

    private static func newID() -> String { UUID().uuidString.lowercased() }

    private func advice(_ type: MessageType) -> [String] {
        var lines = [
            local(
                "\(type.rawValue) \(type.title.sv): byt avsändare, mottagare, patient och innehåll.",
                "\(type.rawValue) \(type.title.en): change sender, receivers, patient and content.")
        ]
        if !type.facts.opensCase {
            lines.append(local("Arendeid ska vara ärendets eget id.", "Arendeid must be the id of the case it belongs to."))
        }
        let types = TypeDescription(type).refersTo.joined(separator: " ")
        if case .required = type.facts.reference {
            lines.append(
                local(
                    "RefererarTill ska vara id på ett meddelande i ärendet: \(types).",
                    "RefererarTill must be the id of a message of the case: \(types)."))
        }
        return lines
    }
}
