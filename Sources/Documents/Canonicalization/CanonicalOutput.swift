import CLibXML2

/// Carries canonical bytes from libxml2's output callback to a Swift closure and counts them.
final class CanonicalOutput {
    private let sink: (UnsafeRawBufferPointer) -> Void
    private(set) var count = 0

    init(_ sink: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.sink = sink
    }

    /// An output buffer that writes here. The caller closes it, and keeps this object alive until then.
    func buffer() -> xmlOutputBufferPtr? {
        xmlOutputBufferCreateIO(
            { context, bytes, length in
                guard let context, let bytes, length >= 0 else { return -1 }
                let output = Unmanaged<CanonicalOutput>.fromOpaque(context).takeUnretainedValue()
                output.sink(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
                output.count += Int(length)
                return length
            },
            { _ in 0 }, Unmanaged.passUnretained(self).toOpaque(), nil)
    }
}
