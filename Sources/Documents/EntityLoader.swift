import CLibXML2
import Glibc
import Synchronization

/// The only way libxml2 gets at further files: it is given none, except to a schema that is being compiled,
/// which gets the files of its own table. This one switch covers entities, DTDs, XInclude and schema imports.
enum EntityLoader {
    private struct Service {
        var files: [String: [UInt8]]
        var thread: pthread_t
        var denied: [String] = []
    }

    private struct State {
        var service: Service?
        var deniedLoads = 0
    }

    private static let state = Mutex(State())
    /// Held while a schema compiles: the table is a property of the process because libxml2's loader is.
    private static let compiling = Mutex(())

    static var deniedLoads: Int {
        state.withLock { $0.deniedLoads }
    }

    static func install() {
        xmlSetExternalEntityLoader { address, _, context in EntityLoader.load(address, context) }
    }

    /// Runs `body` while libxml2 may load `files` on this thread. Returns what it gave and the names it asked for in vain.
    static func serving<Result: Sendable>(_ files: [String: [UInt8]], _ body: () -> Result) -> (result: Result, denied: [String]) {
        compiling.withLock { _ in
            state.withLock { $0.service = Service(files: files, thread: pthread_self()) }
            let result = body()
            let denied = state.withLock { state in
                defer { state.service = nil }
                return state.service?.denied ?? []
            }
            return (result, denied)
        }
    }

    private static func load(_ address: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?) -> xmlParserInputPtr? {
        guard let address else { return nil }
        let name = String(cString: address)
        let bytes: [UInt8]? = state.withLock { state in
            if let service = state.service, pthread_equal(service.thread, pthread_self()) != 0 {
                if let bytes = service.files[name] { return bytes }
                state.service?.denied.append(name)
            }
            state.deniedLoads += 1
            return nil
        }
        guard let bytes else { return nil }
        return input(bytes, name: address, context)
    }

    private static func input(_ bytes: [UInt8], name: UnsafePointer<CChar>, _ context: xmlParserCtxtPtr?) -> xmlParserInputPtr? {
        let buffer = bytes.withUnsafeBytes { raw in
            // xmlParserInputBufferCreateMem copies, so the pointer may end here.
            xmlParserInputBufferCreateMem(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), XML_CHAR_ENCODING_NONE)
        }
        guard let buffer else { return nil }
        guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
            xmlFreeParserInputBuffer(buffer)
            return nil
        }
        // The name is the base of relative references inside the file and how libxml2 knows a file it has already read.
        input.pointee.filename = UnsafeRawPointer(xmlCharStrdup(name))?.assumingMemoryBound(to: CChar.self)
        return input
    }
}
