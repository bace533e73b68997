import CLibXML2

/// The first fault of a schema of ours: file, line, error number.
final class SchemaFaults {
    private(set) var first: String?

    static let callback: xmlStructuredErrorFunc = { context, error in
        guard let context, let error else { return }
        let faults = Unmanaged<SchemaFaults>.fromOpaque(context).takeUnretainedValue()
        guard faults.first == nil else { return }
        let file = error.pointee.file.map { String(cString: $0) } ?? "?"
        faults.first = "\(file):\(error.pointee.line) libxml2 \(error.pointee.code)"
    }
}
