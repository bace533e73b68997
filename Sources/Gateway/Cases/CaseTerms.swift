import CareMessages
import Foundation

/// Which agreement's terms hold for a case, and the amounts of a day.
///
/// A case has one set of terms. Asked are the agreements its messages travel under: first those with the partner that is the municipality of
/// folkbokföring, then the others, in the order of the messages; the first that states terms of its own decides. Without any the law alone.
///
/// Receipts (M23) are waited for from those only whose agreement lets them be sent, whichever terms hold.
package struct CaseTerms: Sendable {
    /// The amounts of the configuration.
    package let amounts: DayAmountSettings
    /// Who pays by the law, and which organisation is which municipality by the address book.
    let payer: PayerQuestion
    private let agreements: [Key: RegionalAgreement]
    /// `nil` where there is no configuration.
    private let receiptSenders: ReceiptSenders?
    private let numbers: [String: String]

    private struct Key: Hashable {
        let partner: String
        let type: MessageType
        let isInbound: Bool
    }

    /// The law alone, without amounts: for cases read where there is no configuration. No receipts are waited for: no law demands them, and
    /// nothing tells who has agreed to send any.
    package static let law = CaseTerms()

    private init() {
        (agreements, receiptSenders, numbers) = ([:], nil, [:])
        (amounts, payer) = (.none, PayerQuestion())
    }

    /// The terms of a configuration.
    package init(_ configuration: Configuration) {
        var agreements: [Key: RegionalAgreement] = [:]
        for agreement in configuration.agreements {
            guard let terms = agreement.terms else { continue }
            for type in agreement.send { agreements[Key(partner: agreement.partner, type: type, isInbound: false)] = terms }
            for type in agreement.receive { agreements[Key(partner: agreement.partner, type: type, isInbound: true)] = terms }
        }
        let own = configuration.organisation.organisationsnummer
        let numbers = configuration.partners.map { ($0.name, $0.organisationsnummer) } + [(Spools.localPartner, own)]
        self.numbers = Dictionary(numbers) { first, _ in first }
        self.agreements = agreements
        amounts = configuration.dayAmounts
        payer = PayerQuestion(isMunicipality: AddressBook(configuration.addressBook).isMunicipality)
        func partners(_ ways: KeyPath<Agreement, [MessageType]>) -> Set<String> {
            let names = Set(configuration.agreements.filter { $0[keyPath: ways].contains(.kvittens) }.map(\.partner))
            return Set(configuration.partners.filter { names.contains($0.name) }.map(\.organisationsnummer))
        }
        receiptSenders = ReceiptSenders(own: own, toUs: partners(\.receive), fromUs: partners(\.send))
    }

    /// organisationsnummer of whom the configuration calls so; an archive knows partners by nothing else.
    func organisationsnummer(of partner: String) -> String { numbers[partner] ?? partner }

    /// The terms for a case.
    func agreement(for dossier: CaseDossier) -> RegionalAgreement {
        var terms = stated(for: dossier) ?? .statutory
        if receiptSenders == nil { terms.receipts = .none }
        terms.receiptSenders = receiptSenders
        return terms
    }

    private func stated(for dossier: CaseDossier) -> RegionalAgreement? {
        guard !agreements.isEmpty else { return nil }
        let payer = Self.payingOrganisation(dossier.state)
        var other: RegionalAgreement?
        for entry in dossier.state.entries {
            for copy in dossier.copies[entry.event.messageID] ?? [] {
                let key = Key(partner: copy.partner, type: entry.event.type, isInbound: copy.isInbound)
                guard let terms = agreements[key] else { continue }
                if numbers[copy.partner] == payer { return terms }
                other = other ?? terms
            }
        }
        return other
    }

    /// organisationsnummer of the municipality of folkbokföring, when it takes part.
    private static func payingOrganisation(_ state: Case) -> String? {
        guard let kommun = state.entries.lazy.compactMap(\.event.facts.folkbokforingskommun).last else { return nil }
        return state.entries.lazy.flatMap { [$0.event.sender] + $0.event.receivers }.first { $0.kommunkod == kommun }?.organisationsnummer
    }
}
