/// Whether a notice asks for a SIP (4 kap. 1 §).
enum SipNeed: Equatable {
    case needed, unclear, none

    /// None for open compulsory care, which has a samordnad vårdplan instead (4 kap. 1 § 2 st.).
    init(_ notice: CaseEvent) {
        switch notice.facts.needsSIP {
        case _ where notice.isOpenCompulsoryCare: self = .none
        case .yes: self = .needed
        case .no: self = .none
        case .unclear, nil: self = .unclear
        }
    }
}
