/// A line of JSON that carries a checksum over itself and the line before: a flipped bit, a lost or a swapped line shows.
///
/// The line is the JSON object with a last member `check`: the first 128 bits of SHA-256 over the previous line's check and the object
/// without the member. `jq` reads it; a person can; and a file is a chain that begins at a seed.
enum CheckedLine {
    private static let checkLength = 32
    private static let opening = Array(",\"check\":\"".utf8)
    private static let closing = Array("\"}".utf8)

    /// The line for an object, its end included, and the check that seeds the next one.
    static func line(_ json: [UInt8], after previous: String) -> (bytes: [UInt8], check: String) {
        let check = check(json[...], after: previous)
        return (json.dropLast() + opening + Array(check.utf8) + closing + [UInt8(ascii: "\n")], check)
    }

    /// The object and check of a line without its end; nil when it is not the line that followed `previous`.
    static func open(_ line: ArraySlice<UInt8>, after previous: String) -> (json: [UInt8], check: String)? {
        let tail = opening.count + checkLength + closing.count
        guard line.count > tail + 1, line.suffix(closing.count).elementsEqual(closing) else { return nil }
        guard line.suffix(tail).prefix(opening.count).elementsEqual(opening) else { return nil }
        let json = Array(line.dropLast(tail)) + [UInt8(ascii: "}")]
        let found = String(decoding: line.dropLast(closing.count).suffix(checkLength), as: UTF8.self)
        return found == check(json[...], after: previous) ? (json, found) : nil
    }

    private static func check(_ json: ArraySlice<UInt8>, after previous: String) -> String {
        Checksum.hex(Checksum.sha256(Array(previous.utf8) + json).prefix(checkLength / 2))
    }
}
