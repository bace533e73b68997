extension RetrySchedule {
    private enum CodingKeys: String, CodingKey {
        case factor, jitter
        case firstDelay = "first_delay_seconds"
        case longestDelay = "longest_delay_seconds"
        case expiryAge = "expiry_age_seconds"
        case maximumAttempts = "maximum_attempts"
    }

    /// Reads spans as numbers of seconds. Values that make no sense are read too: see ``faults``.
    /// - Throws: `DecodingError` for a missing key or a wrong type.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            firstDelay: .seconds(try values.decode(Double.self, forKey: .firstDelay)),
            longestDelay: .seconds(try values.decode(Double.self, forKey: .longestDelay)))
        factor = try values.decodeIfPresent(Int.self, forKey: .factor) ?? 2
        jitter = try values.decodeIfPresent(Double.self, forKey: .jitter) ?? 0.1
        expiryAge = try values.decodeIfPresent(Double.self, forKey: .expiryAge).map { .seconds($0) }
        maximumAttempts = try values.decodeIfPresent(Int.self, forKey: .maximumAttempts)
    }

    /// Writes spans as numbers of seconds.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(firstDelay.inSeconds, forKey: .firstDelay)
        try values.encode(longestDelay.inSeconds, forKey: .longestDelay)
        try values.encode(factor, forKey: .factor)
        try values.encode(jitter, forKey: .jitter)
        try values.encodeIfPresent(expiryAge?.inSeconds, forKey: .expiryAge)
        try values.encodeIfPresent(maximumAttempts, forKey: .maximumAttempts)
    }
}
