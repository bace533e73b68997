import Glibc

/// Standard output for data, standard error for words. A reader that goes away (`| head`) is no error; there is nobody to tell.
enum Terminal {
    /// Writes data, as it is.
    static func data(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Writes a line of data.
    static func data(_ line: String) { data(Array((line + "\n").utf8)) }

    /// Writes lines of data, all at once.
    static func data(_ lines: [String]) { write(lines.flatMap { Array($0.utf8) + [0x0A] }, to: STDOUT_FILENO) }

    /// Writes a line for a person.
    static func say(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Columns to wrap help to: `COLUMNS`, the terminal's, or 80.
    static var width: Int {
        if let told = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), told > 0 { return told }
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Text that somebody else chose, made safe for a terminal: no control, direction or invisible characters, no line break.
    static func safe(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: "\u{FFFD}"
            default: scalar.properties.isDefaultIgnorableCodePoint ? "\u{FFFD}" : scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            rest = rest.dropFirst(count)
        }
    }
}
