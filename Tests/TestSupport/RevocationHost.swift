import Glibc
import Synchronization

/// A small HTTP server on 127.0.0.1 that publishes revocation lists, well or badly.
package final class RevocationHost: Sendable {
    /// How it answers.
    package enum Mood: Sendable {
        /// 200 and the bytes of the path; 404 without.
        case good
        /// Closes every connection unanswered.
        case silent
        /// Sends every client elsewhere.
        case redirecting(to: String)
        /// Takes the request and never answers.
        case hanging
    }

    /// The TCP port.
    package let port: Int
    private let state: Mutex<(mood: Mood, files: [String: [UInt8]], requests: [String])>
    private let listener: Int32

    /// Listens at once.
    ///
    /// - Throws: ``SupportFailure`` when the system gives no port.
    package init() throws {
        state = Mutex((.good, [:], []))
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        self.listener = listener
        // The system chooses the port while it binds: nobody can come between.
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, place, &size) == 0
            }
        }
        port = Int(in_port_t(bigEndian: address.sin_port))
        guard isListening else { throw SupportFailure("listening for fetches", errorNumber: errno) }
        DetachedThread.start { [weak self, listener] in
            while true {
                let connection = accept(listener, nil, nil)
                // A client that gave up while it waited, or a signal, is no end; a listener that was shut down is.
                if connection < 0, [EINTR, ECONNABORTED].contains(errno) { continue }
                guard connection >= 0 else { break }
                guard let self else {
                    close(connection)
                    break
                }
                self.serve(connection)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// How it answers from now on.
    package var mood: Mood {
        get { state.withLock { $0.mood } }
        set { state.withLock { $0.mood = newValue } }
    }

    /// The paths asked for so far.
    package var requests: [String] { state.withLock { $0.requests } }

    /// Publishes bytes under a path and returns the address.
    @discardableResult
    package func publish(_ bytes: [UInt8], at path: String) -> String {
        state.withLock { $0.files[path] = bytes }
        return "http://127.0.0.1:\(port)\(path)"
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var head: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while !head.contains(where: { $0 == 0x0d }) || !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
            let count = read(connection, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            head += part.prefix(count)
        }
        let path = String(decoding: head, as: UTF8.self).split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        let (mood, file) = state.withLock { state in
            state.requests.append(path)
            return (state.mood, state.files[path])
        }
        switch mood {
        case .silent: return
        case .hanging: _ = read(connection, &part, part.count)
        case .redirecting(let place): send("HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n", [], connection)
        case .good:
            let status = file == nil ? "404 Not Found" : "200 OK"
            send("HTTP/1.1 \(status)\r\nContent-Length: \(file?.count ?? 0)\r\nConnection: close\r\n\r\n", file ?? [], connection)
        }
    }

    private func send(_ head: String, _ body: [UInt8], _ connection: Int32) {
        var rest = (Array(head.utf8) + body)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
