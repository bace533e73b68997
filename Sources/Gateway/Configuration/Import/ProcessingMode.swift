import Documents

/// A P-Mode configuration as Domibus and Harmony export it, as far as it means something to an agreement of ours.
package struct ProcessingMode: Sendable, Equatable {
    /// An access point.
    package struct Party: Sendable, Equatable {
        /// Its name in the file.
        package let name: String
        /// Its party id; the first one when it has several.
        package let id: String
        /// The type of the party id.
        package let type: String?
        /// Where it answers.
        package let endpoint: String?
    }

    /// What one side sends the other: one leg of one process.
    package struct Leg: Sendable, Equatable {
        /// Its name in the file.
        package let name: String
        /// Whether its process is Two-Way/Push-and-Push. Its second leg goes from the responders to the initiators.
        package let mep: ExchangePattern
        /// Parties that may begin it; empty in dynamic discovery.
        package let initiators: [String]
        /// Parties that may answer it.
        package let responders: [String]
        /// AS4 Service and its type.
        package let service: String
        /// Type of the Service.
        package let serviceType: String?
        /// AS4 Action.
        package let action: String
        /// AS4 AgreementRef.
        package let agreementRef: String?
        /// Words of the reception awareness, such as `12;4;CONSTANT`.
        package let retry: String?
        /// Name of the security policy.
        package let policy: String?
    }

    /// The name of the party whose configuration it is.
    package let ownParty: String
    /// All parties, our own too.
    package let parties: [Party]
    /// All legs, in the order of the file.
    package let legs: [Leg]
    /// What the file says and no agreement of ours can: element, name, and why, without line break.
    package let leftOut: [String]

    /// Reads a file. Text before the XML declaration is skipped, as some are published so.
    ///
    /// - Throws: C012 for anything else than such a file; D001–D015 for what is no XML.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        let start = bytes.firstRange(of: Array("<?xml".utf8))?.lowerBound ?? 0
        let root = try Document.parse(Array(bytes[start...])).root
        guard root.is("configuration", in: "http://domibus.eu/configuration"), let own = root.attribute("party") else {
            throw Refusal(ConfigurationCode.notAProcessingMode, at: root.place)
        }
        let reader = ProcessingModeReader(root: root)
        guard !reader.legs.isEmpty else {
            throw Refusal(ConfigurationCode.notAProcessingMode, at: root.place, detail: "no legConfiguration")
        }
        (ownParty, parties, legs) = (own, reader.parties, reader.legs)
        leftOut = reader.leftOut
    }
}
