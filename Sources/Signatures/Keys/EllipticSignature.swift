import COpenSSL

/// The two forms of an ECDSA P-256 value: r‖s of XML-DSig (RFC 9231 2.3.6) and the DER sequence OpenSSL works with.
enum EllipticSignature {
    /// Bytes of r and of s on P-256.
    static let partLength = 32

    /// DER from r‖s. Nil unless it is exactly 64 bytes; OpenSSL then refuses zero and anything not below the order.
    static func der(fromJoined joined: [UInt8]) -> [UInt8]? {
        guard joined.count == 2 * partLength, let value = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(value) }
        let r = joined.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress, Int32(partLength), nil) }
        let s = joined.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress.map { $0 + partLength }, Int32(partLength), nil) }
        guard let r, let s, ECDSA_SIG_set0(value, r, s) == 1 else {
            BN_free(r)
            BN_free(s)
            return nil
        }
        return NativeBytes.encoding { i2d_ECDSA_SIG(value, $0) }
    }

    /// r‖s from the DER OpenSSL made, each number padded to 32 bytes.
    static func joined(fromDER der: [UInt8]) -> [UInt8]? {
        let value = der.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &cursor, buffer.count)
        }
        guard let value else { return nil }
        defer { ECDSA_SIG_free(value) }
        var joined = [UInt8](repeating: 0, count: 2 * partLength)
        let length = Int32(partLength)
        let isComplete = joined.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return BN_bn2binpad(ECDSA_SIG_get0_r(value), base, length) == length
                && BN_bn2binpad(ECDSA_SIG_get0_s(value), base + partLength, length) == length
        }
        return isComplete ? joined : nil
    }
}
