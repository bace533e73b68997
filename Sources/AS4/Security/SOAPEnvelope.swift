import Documents

/// A SOAP 1.2 envelope with one eb:Messaging, found at fixed places: Envelope/Header/Messaging and Envelope/Body, and nowhere else.
struct SOAPEnvelope {
    let header: Element
    let body: Element
    let messaging: Element

    /// Parses under the limits of a SOAP header. Throws D001–D014 (as EBMS:0009), A020, A021, A034, A086.
    init(_ bytes: [UInt8]) throws(EBMSError) {
        let document = try answering(.invalidHeader) { () throws(Refusal) in
            let document = try Document.parse(bytes, limits: .soapHeader)
            // Any Id twice is refused before anything is looked up by Id.
            _ = try document.idMap()
            return document
        }
        let root = document.root
        guard root.is("Envelope", in: Namespace.soap) else {
            throw EBMSError(.envelope, at: root.place, detail: root.namespace == Namespace.soap11 ? "SOAP 1.1" : "root")
        }
        let children = root.children
        guard children.count == 2, children[0].is("Header", in: Namespace.soap), children[1].is("Body", in: Namespace.soap) else {
            throw EBMSError(.envelope, at: root.place, detail: "children")
        }
        (header, body) = (children[0], children[1])
        let found = header.children("Messaging", in: Namespace.ebms)
        guard let messaging = found.first, found.count == 1 else {
            throw EBMSError(.messagingCount, at: header.place, detail: "Messaging: \(found.count)")
        }
        guard [nil, SecurityName.ultimateReceiver].contains(messaging.attribute("role", in: Namespace.soap)) else {
            throw EBMSError(.multihop, at: messaging.place)
        }
        self.messaging = messaging
        try Self.requireKnownBlocks(header)
    }

    /// The only message of a kind. Throws A022 when there is none, several, or something beside it.
    func only(_ name: String) throws(EBMSError) -> Element {
        let children = messaging.children
        guard let message = children.first, children.count == 1, message.is(name, in: Namespace.ebms) else {
            let count = children.count { $0.is(name, in: Namespace.ebms) }
            throw EBMSError(.messageCount, at: messaging.place, detail: "\(name): \(count), others: \(children.count - count)")
        }
        return message
    }

    /// Whether there is any wsse:Security.
    var hasSecurity: Bool { header.child("Security", in: Namespace.security) != nil }

    /// The only wsse:Security, which must be for us. A second one for another role is refused too: nobody stands between two access
    /// points. Throws A050.
    func security() throws(EBMSError) -> Element {
        let found = header.children("Security", in: Namespace.security)
        guard let security = found.first, found.count == 1 else {
            throw EBMSError(.securityHeader, at: header.place, detail: "Security: \(found.count)")
        }
        guard [nil, SecurityName.ultimateReceiver].contains(security.attribute("role", in: Namespace.soap)) else {
            throw EBMSError(.securityHeader, at: security.place, detail: "role")
        }
        return security
    }

    /// Throws A033 unless the Body is empty, as the Common Profile demands of user messages.
    func requireEmptyBody() throws(EBMSError) {
        let isEmpty = body.children.isEmpty && ((try? body.text()) ?? "x").allSatisfy(\.isWhitespace)
        guard isEmpty else { throw EBMSError(.bodyContent, at: body.place) }
    }

    private static func requireKnownBlocks(_ header: Element) throws(EBMSError) {
        for block in header.children {
            if block.is("Messaging", in: Namespace.ebms) || block.is("Security", in: Namespace.security) { continue }
            if ["true", "1"].contains(block.attribute("mustUnderstand", in: Namespace.soap)) {
                throw EBMSError(.mustUnderstand, at: block.place)
            }
        }
    }
}
