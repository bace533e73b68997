/// Reads the embedded code lists: `code name`, entries apart by line break or "; ".
enum CodeTable {
    static func parse(_ text: String) -> [String: String] {
        var names: [String: String] = [:]
        for entry in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
            let parts = entry.drop { $0 == " " }.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            names[String(parts[0])] = String(parts[1])
        }
        return names
    }
}
