import CareMessages

/// A unit of the demo's address books: those of the examples, and one of each role that the routing asks for.
struct DemoUnit {
    let organisation: DemoOrganisation
    let role: Roll
    let address: String
    let name: String
    /// Whether only its own organisation has it: a unit that answers under another address than it is reached at.
    var isInternal = false

    static let all =
        [
            DemoUnit(organisation: .region, role: .slutenVard, address: "SE2321009900-A101", name: "Barnkliniken"),
            DemoUnit(organisation: .region, role: .bup, address: "SE2321009900-B301", name: "BUP-mottagningen"),
            DemoUnit(organisation: .region, role: .fastVardkontakt, address: "SE2321009900-B301", name: "BUP-mottagningen"),
            DemoUnit(organisation: .region, role: .primarvard, address: "SE2321009900-V401", name: "Vårdcentralen"),
            DemoUnit(organisation: .region, role: .tandvard, address: "SE2321009900-T501", name: "Folktandvården"),
            DemoUnit(organisation: .region, role: .avvikelsefunktion, address: "SE2321009900-K701", name: "Samverkan"),
        ]
        + municipal(.kommun, socialtjanst: "SE2120009903-S201")
        + municipal(.neighbour, socialtjanst: "0203:socialtjanst.provkommun.example") + [
            DemoUnit(
                organisation: .neighbour, role: .socialtjanst, address: "SE2120009911-S301", name: "Barn och unga", isInternal: true)
        ]

    private static func municipal(_ organisation: DemoOrganisation, socialtjanst: String) -> [DemoUnit] {
        let unit = "SE\(organisation.number)"
        return [
            DemoUnit(organisation: organisation, role: .socialtjanst, address: socialtjanst, name: "Barn och unga"),
            DemoUnit(organisation: organisation, role: .socialnamnd, address: "\(unit)-S201", name: "Socialnämnden"),
            DemoUnit(organisation: organisation, role: .kommunalHSL, address: "\(unit)-H401", name: "Hemsjukvården"),
            DemoUnit(organisation: organisation, role: .elevhalsa, address: "\(unit)-E501", name: "Elevhälsan"),
            DemoUnit(organisation: organisation, role: .avvikelsefunktion, address: "\(unit)-K701", name: "Samverkan"),
        ]
    }

    /// Whether the organisation's address book has it.
    func isKnown(to owner: DemoOrganisation) -> Bool { !isInternal || organisation.label == owner.label }

    /// Its entry in the organisation's address book.
    func line(for owner: DemoOrganisation) -> String {
        let isOwn = organisation.label == owner.label
        let who = isOwn ? "organisation: own" : "organisation: \(organisation.label), organisationsnummer: \"\(organisation.number)\""
        return "  - { \(who), code: \"\(organisation.code)\", role: \(role.rawValue), address: \"\(address)\", name: \"\(name)\" }"
    }
}
