/// A party as the header names it: a value and the scheme it belongs to.
package struct PartyID: Sendable, Hashable {
    /// The identifier, such as `2120000123`.
    package let value: String
    /// `PartyId/@type`, such as `urn:oasis:names:tc:ebcore:partyid-type:iso6523:0007`.
    package let type: String?

    /// Makes an identifier; equal means equal value and type, character by character.
    package init(_ value: String, type: String?) {
        self.value = value
        self.type = type
    }
}

/// One side of an exchange: who, in which role (`eb:From`, `eb:To`).
package struct AS4Party: Sendable, Hashable {
    /// The access point.
    package let id: PartyID
    /// `eb:Role`, such as ``EBMSName/initiator``.
    package let role: String

    /// Makes a side.
    package init(_ id: PartyID, role: String) {
        self.id = id
        self.role = role
    }
}

/// `eb:Service`: a value and its scheme.
package struct ServiceName: Sendable, Hashable {
    /// The service.
    package let value: String
    /// `Service/@type`.
    package let type: String?

    /// Makes a service name; equal means equal value and type.
    package init(_ value: String, type: String? = nil) {
        self.value = value
        self.type = type
    }
}
