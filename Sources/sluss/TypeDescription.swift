import CareMessages
import Documents

/// A message type as `sluss new --list` tells it.
struct TypeDescription: Encodable {
    let type, root, titleSv, titleEn, law: String
    let senderRoles, receiverRoles: [String]
    /// `required`, `optional` or `none`.
    let reference: String
    let refersTo, answers: [String]
    let opensCase, carriesPatient, carriesAttachments: Bool

    init(_ type: MessageType) {
        let facts = type.facts
        (self.type, root, law) = (type.rawValue, type.rootElement, facts.law)
        (titleSv, titleEn) = (type.title.sv, type.title.en)
        senderRoles = facts.roles.senders.map(\.rawValue).sorted()
        receiverRoles = facts.roles.receivers.map(\.rawValue).sorted()
        reference =
            switch facts.reference {
            case .required: "required"
            case .optional: "optional"
            case .none: "none"
            }
        refersTo = facts.reference.types.map(\.rawValue).sorted()
        answers = facts.answers.map(\.rawValue).sorted()
        (opensCase, carriesPatient, carriesAttachments) = (facts.opensCase, facts.carriesPatient, facts.carriesAttachments)
    }

    /// For people: the type and its name, then what holds for it.
    var lines: [String] {
        let isRequired = reference == "required"
        let facts = [
            (local("lagrum", "provision"), law),
            (local("från", "from"), Self.roles(senderRoles)),
            (local("till", "to"), Self.roles(receiverRoles)),
            (isRequired ? local("hänvisar till", "refers to") : local("får hänvisa till", "may refer to"), Self.list(refersTo)),
            (local("besvaras med", "answered by"), Self.list(answers)),
            (local("bilagor", "attachments"), carriesAttachments ? local("ja", "yes") : ""),
        ]
        let width = local("får hänvisa till", "may refer to").count
        let head = "\(type)  \(local(titleSv, titleEn))  <\(root)>"
        return [head]
            + facts.filter { !$0.1.isEmpty }.map { "     \($0.0.padding(to: width))  \($0.1)" }
    }

    private static func roles(_ names: [String]) -> String {
        names.count == Roll.allCases.count ? local("alla roller", "every role") : names.joined(separator: " ")
    }

    private static func list(_ types: [String]) -> String {
        types.count == MessageType.allCases.count ? local("alla typer", "every type") : types.joined(separator: " ")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
