import Documents

/// Looks things up in a P-Mode file, whose parts name each other.
struct ProcessingModeReader {
    let root: Element

    private var processes: Element? { child(root, "businessProcesses") }

    /// Elements below the root are in no namespace, in older files in the root's.
    private func children(_ element: Element?, _ name: String) -> [Element] { element?.children.filter { $0.name == name } ?? [] }

    private func child(_ element: Element?, _ name: String) -> Element? { children(element, name).first }

    /// An entry of a list by its name, which other entries use.
    private func entry(_ list: String, _ kind: String, _ name: String?) -> Element? {
        guard let name else { return nil }
        return children(child(processes, list), kind).first { $0.attribute("name") == name }
    }

    var parties: [ProcessingMode.Party] {
        let list = child(processes, "parties")
        let types = children(child(list, "partyIdTypes"), "partyIdType")
        return children(list, "party").compactMap { party in
            guard let name = party.attribute("name"), let identifier = child(party, "identifier"), let id = identifier.attribute("partyId")
            else { return nil }
            let type = types.first { $0.attribute("name") == identifier.attribute("partyIdType") }?.attribute("value")
            return ProcessingMode.Party(name: name, id: id, type: type, endpoint: party.attribute("endpoint"))
        }
    }

    var legs: [ProcessingMode.Leg] {
        children(processes, "process").flatMap { process in
            let initiators = names(process, "initiatorParties", "initiatorParty")
            let responders = names(process, "responderParties", "responderParty")
            let agreement = entry("agreements", "agreement", process.attribute("agreement"))?.attribute("value")
            let mep = mep(of: process) ?? .oneWay
            return names(process, "legs", "leg").enumerated().compactMap { position, name in
                let isSecond = mep == .twoWay && position == 1
                let sides = isSecond ? (responders, initiators) : (initiators, responders)
                return leg(name, mep, sides, agreement)
            }
        }
    }

    private func names(_ process: Element, _ list: String, _ kind: String) -> [String] {
        children(child(process, list), kind).compactMap { $0.attribute("name") }
    }

    /// Nil for a pattern that we do not have.
    private func mep(of process: Element) -> ExchangePattern? {
        switch (process.attribute("mep"), process.attribute("binding")) {
        case ("oneway", "push"): .oneWay
        case ("twoway", "pushAndPush"): .twoWay
        default: nil
        }
    }

    private func leg(
        _ name: String, _ mep: ExchangePattern, _ sides: (initiators: [String], responders: [String]), _ agreement: String?
    ) -> ProcessingMode.Leg? {
        guard let leg = entry("legConfigurations", "legConfiguration", name),
            let service = entry("services", "service", leg.attribute("service")), let serviceName = service.attribute("value"),
            let action = entry("actions", "action", leg.attribute("action"))?.attribute("value")
        else { return nil }
        let awareness = children(child(processes, "as4"), "receptionAwareness").first {
            $0.attribute("name") == leg.attribute("receptionAwareness")
        }
        let type = service.attribute("type")
        return ProcessingMode.Leg(
            name: name, mep: mep, initiators: sides.initiators, responders: sides.responders, service: serviceName,
            serviceType: type?.isEmpty == true ? nil : type,
            action: action, agreementRef: agreement.flatMap { $0.isEmpty ? nil : $0 }, retry: awareness?.attribute("retry"),
            policy: entry("securities", "security", leg.attribute("security"))?.attribute("policy"))
    }

    /// What an agreement of ours has no word for, or has another one than the file.
    var leftOut: [String] {
        var found: [String] = []
        for process in children(processes, "process") {
            let name = process.attribute("name") ?? "?"
            guard mep(of: process) == nil else { continue }
            found.append("process \(name): mep \(process.attribute("mep") ?? "?") binding \(process.attribute("binding") ?? "?")")
        }
        for security in children(child(processes, "securities"), "security") {
            let method = security.attribute("signatureMethod") ?? "?"
            if method != "RSA_SHA256" { found.append("security \(security.attribute("name") ?? "?"): signatureMethod \(method)") }
        }
        for leg in children(child(processes, "legConfigurations"), "legConfiguration") where leg.attribute("compressPayloads") != "true" {
            found.append("legConfiguration \(leg.attribute("name") ?? "?"): compressPayloads; Sluss always compresses")
        }
        for list in ["payloadProfiles", "errorHandlings", "splittingConfigurations"] where child(processes, list) != nil {
            found.append("\(list): Sluss has rules of its own")
        }
        for party in children(child(processes, "parties"), "party") where children(party, "identifier").count > 1 {
            found.append("party \(party.attribute("name") ?? "?"): identifiers after the first")
        }
        return found
    }
}
