import Glibc

/// Paths as text: made absolute, compared, and followed to where they really lead.
enum FilePath {
    /// `path` without `.`, `..` and double slashes, counted from `folder` when it is relative. Works on the text alone.
    static func absolute(_ path: String, from folder: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder that holds `path`.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// Whether `path` is `folder` or lies within it.
    static func isWithin(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// The path with symbolic links followed, as far as it exists.
    static func resolved(_ path: String) -> String {
        var existing = path
        var rest: [Substring] = []
        while existing != "/" {
            if let real = realpath(existing, nil) {
                defer { free(real) }
                return absolute(rest.reversed().joined(separator: "/"), from: String(cString: real))
            }
            rest.append(existing[existing.index(after: existing.lastIndex(of: "/") ?? existing.startIndex)...])
            existing = folder(of: existing)
        }
        return path
    }
}
