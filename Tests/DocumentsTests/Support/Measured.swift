import Glibc

@testable import Documents

/// What parsing came to, and the processor time it took on this thread: other tests running beside do not count.
struct Measured {
    var refusal: Refusal?
    var document: Document?
    var seconds: Double

    init(_ bytes: [UInt8], limits: DocumentLimits = .message) {
        let start = Self.processorSeconds()
        do {
            document = try Document.parse(bytes, limits: limits)
        } catch {
            refusal = error
        }
        seconds = Self.processorSeconds() - start
    }

    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The code that parsing or another step is refused with, or nil.
func refusalCode(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return (error as? Refusal)?.code ?? "\(type(of: error))"
    }
}

func parse(_ text: String, limits: DocumentLimits = .message) throws -> Document {
    try Document.parse(Array(text.utf8), limits: limits)
}

func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
}
