import COpenSSL
import CShim

/// The recurring shapes of OpenSSL calls: bytes in through a memory BIO, bytes out through one or through an i2d function.
enum NativeBytes {
    /// Runs `body` on a read-only BIO over `bytes`, valid during the call. Nil when the BIO cannot be made.
    static func reading<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result?) -> Result? {
        bytes.withUnsafeBytes { buffer in
            guard let length = Int32(exactly: buffer.count), let bio = BIO_new_mem_buf(buffer.baseAddress, length) else { return nil }
            defer { BIO_free(bio) }
            return body(bio)
        }
    }

    /// What `body` wrote into a fresh memory BIO. Nil when it answered false.
    static func writing(_ body: (OpaquePointer) -> Bool) -> [UInt8]? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard body(bio) else { return nil }
        var data: UnsafeMutablePointer<CChar>?
        let count = sluss_bio_mem_data(bio, &data)
        guard count > 0, let data else { return [] }
        return UnsafeRawBufferPointer(start: data, count: count).map { $0 }
    }

    /// The output of an i2d function, which first tells the length and then writes.
    static func encoding(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8]? {
        let length = encode(nil)
        guard length > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return encode(&cursor)
        }
        return written == length ? bytes : nil
    }

    /// Empties the error queue of this thread: a stale entry would be taken for the cause of the next failure.
    static func clearErrors() { ERR_clear_error() }
}
