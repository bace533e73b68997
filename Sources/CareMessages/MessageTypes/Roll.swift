/// The role in which a unit sends or receives. Raw values are those of the schema's `RollTyp`.
package enum Roll: String, CaseIterable, Sendable, Codable {
    /// Sluten vård: the ward.
    case slutenVard = "SLUTEN_VARD"
    /// Regional öppenvård of any other kind than those below.
    case regionalOppenvard = "REGIONAL_OPPENVARD"
    /// Fast vårdkontakt i regional öppenvård: calls to the SIP (4 kap. 3 §).
    case fastVardkontakt = "FAST_VARDKONTAKT"
    /// Primärvård.
    case primarvard = "PRIMARVARD"
    /// Barn- och ungdomspsykiatri.
    case bup = "BUP"
    /// Habilitering.
    case habilitering = "HABILITERING"
    /// Tandvård.
    case tandvard = "TANDVARD"
    /// Socialtjänst, with insatser under LSS, LVU and LVM (1 kap. 3 §).
    case socialtjanst = "SOCIALTJANST"
    /// Socialnämnd, where the board itself is the party.
    case socialnamnd = "SOCIALNAMND"
    /// Kommunal hälso- och sjukvård.
    case kommunalHSL = "KOMMUNAL_HSL"
    /// Elevhälsa.
    case elevhalsa = "ELEVHALSA"
    /// Statens institutionsstyrelse: a special home for young people.
    case sis = "SIS"
    /// Receives reports of failed cooperation.
    case avvikelsefunktion = "AVVIKELSEFUNKTION"

    /// Units of a municipality that the law calls berörda enheter.
    package static let municipal: Set<Roll> = [.socialtjanst, .socialnamnd, .kommunalHSL]
    /// Units of the region's öppna vård.
    package static let regionalOpenCare: Set<Roll> = [.regionalOppenvard, .fastVardkontakt, .primarvard, .bup, .habilitering]
    /// The berörda enheter that a ward tells (lag 2017:612, 2 kap. 1 §): those of the municipality and of the region's öppna vård.
    package static let concerned = municipal.union(regionalOpenCare)
}
