import Spooling

/// Files of the spool after a crash, a bad disk or a curious hand.
enum SpoolDoor {
    /// The check sums let nothing pass that a fuzzer makes of a real file, so what they guard is tried without them too.
    static func files(_ bytes: [UInt8]) {
        for kind in StoredFile.allCases {
            _ = kind.isIntact(bytes)
            _ = kind.isIntact(kind.sealed(bytes))
        }
        _ = StoredFile.isJSON(bytes)
        let text = String(decoding: bytes.prefix(64), as: UTF8.self)
        if let id = MessageID(text) { precondition("\(id)" == text, "an id of two spellings") }
    }
}
