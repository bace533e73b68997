import ArgumentParser
import CareMessages
import Foundation
import Gateway
import Spooling

extension CaseKind: ExpressibleByArgument {}
extension CasePhase: ExpressibleByArgument {}

/// Where the cases of a command come from: the gateway's spools, or a folder of messages.
struct CaseSource: ParsableArguments {
    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long,
        help: .words(
            "Läs ärendena ur XML-filerna i mappen i stället; behöver ingen konfiguration, och lagens regler gäller utan överenskommelse.",
            "Read the cases from the XML files of this folder instead; needs no configuration, and the law holds without agreements.",
            value: "folder"),
        completion: .directory)
    var archive: String?

    /// The cases, the terms that hold for them, and the spools their messages lie in.
    struct Opened {
        let cases: CaseCollection
        let terms: CaseTerms
        /// `nil` for an archive.
        let spools: Spools?
        /// Names of the configuration's partners; empty for an archive.
        let partners: [String]
    }

    func open(at now: Date) throws -> Opened {
        guard let archive else {
            let place = try Workplace.open(options)
            return Opened(
                cases: CaseCollection(try place.spools.ledgerLines()), terms: CaseTerms(place.parts.configuration), spools: place.spools,
                partners: place.parts.configuration.partners.map(\.name) + [Spools.localPartner])
        }
        let read = try MessageArchive(folder: archive, at: now)
        if read.unreadable > 0 {
            CommandFailure(CommandCode.unreadableMessages, detail: "\(read.unreadable)", exit: Answer.negative).report(asJSON: options.json)
        }
        return Opened(cases: CaseCollection(read.lines), terms: .law, spools: nil, partners: [])
    }
}

/// The id of a case on the command line, or enough of its beginning.
struct CaseArgument: Sendable {
    let text: String

    /// - Throws: `ValidationError` (exit code 64) for text that is no beginning of an id.
    static func parsed(_ text: String) throws -> CaseArgument {
        guard let argument = CaseArgument(text) else {
            throw ValidationError(
                local(
                    "början av ett ärendes id: 4 till 36 tecken ur 0-9, a-f och -, som sluss case list visar dem",
                    "the beginning of a case's id: 4 to 36 characters of 0-9, a-f and -, as sluss case list prints them"))
        }
        return argument
    }

    private init?(_ argument: String) {
        let text = argument.lowercased()
        guard (4...36).contains(text.utf8.count), text.utf8.allSatisfy({ "0123456789abcdef-".utf8.contains($0) }) else { return nil }
        self.text = text
    }

    /// - Throws: ``CommandFailure`` U021 or U022.
    func find(in cases: CaseCollection) throws -> CaseDossier {
        let ids = cases.ids(beginning: text)
        guard let id = ids.first, let dossier = cases.dossier(id) else {
            throw CommandFailure(CommandCode.noSuchCase, detail: text, exit: Answer.noSuchMessage)
        }
        guard ids.count == 1 else {
            throw CommandFailure(CommandCode.severalCases, detail: ids.prefix(3).joined(separator: ", "), exit: Answer.noSuchMessage)
        }
        return dossier
    }
}
