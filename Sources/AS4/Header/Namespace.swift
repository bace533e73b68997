/// Names of the specifications. Each is an identifier, never an address to fetch.
enum Namespace {
    static let soap = "http://www.w3.org/2003/05/soap-envelope"
    static let soap11 = "http://schemas.xmlsoap.org/soap/envelope/"
    static let ebms = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/"
    static let signals = "http://docs.oasis-open.org/ebxml-bp/ebbp-signals-2.0"
    static let security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    static let utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
}

/// Values of WS-Security 1.1 and its token profile.
enum SecurityName {
    static let x509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0"
    static let base64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
    static let attachments = "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1"
    static let security11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
    static let encryptedKey = "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#EncryptedKey"
    static let ultimateReceiver = "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"
}
