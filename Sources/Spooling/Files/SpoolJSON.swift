/// JSON as the spool writes it: one line, sorted keys, instants as ``SpoolTime``. Its own writer and reader, because several lines are written
/// and read for every message and the general ones cost ten times as much.
enum SpoolJSON {
    /// One line without its end.
    static func bytes(_ value: some SpoolStored) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024)
        SpoolValue.object(value.members).append(to: &bytes)
        return bytes
    }

    /// Reads what `bytes(_:)` wrote; unknown keys are ignored. Nil when it is anything else.
    static func value<Value: SpoolStored>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        SpoolValueReader.value(of: bytes)?.object.flatMap { Value(members: $0) }
    }
}
