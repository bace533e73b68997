import AS4
import Foundation
import Synchronization
import TestSupport

/// Scratch space in files of a folder that counts what it is asked for.
final class CountingScratch: ScratchSpace {
    struct Tally: Sendable {
        var sinks = 0
        var bytes = 0
        var largestWrite = 0
    }

    private let folder: String
    private let tally = Mutex(Tally())

    init(_ folder: TemporaryFolder) { self.folder = folder.path }

    var total: Tally { tally.withLock { $0 } }

    func makeSink() throws(StreamFault) -> any ByteSink {
        let number = tally.withLock { tally in
            tally.sinks += 1
            return tally.sinks
        }
        return try FileSink("\(folder)/scratch-\(number)", self)
    }

    private final class FileSink: ByteSink {
        private let file: FileHandle
        private let path: String
        private let owner: CountingScratch

        init(_ path: String, _ owner: CountingScratch) throws(StreamFault) {
            guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
                throw StreamFault(.create, errorNumber: 0)
            }
            (self.file, self.path, self.owner) = (file, path, owner)
        }

        func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
            owner.tally.withLock { tally in
                tally.bytes += bytes.count
                tally.largestWrite = max(tally.largestWrite, bytes.count)
            }
            do { try file.write(contentsOf: Data(bytes)) } catch { throw StreamFault(.write, errorNumber: 0) }
        }

        func finish() throws(StreamFault) -> any ByteSource {
            do { try file.close() } catch { throw StreamFault(.write, errorNumber: 0) }
            guard let source = FileSource(path) else { throw StreamFault(.read, errorNumber: 0) }
            return source
        }
    }
}

/// A file as a source.
final class FileSource: ByteSource {
    let count: Int
    private let file: FileHandle
    private let lock = Mutex(())

    init?(_ path: String) {
        guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd() else { return nil }
        (self.file, count) = (file, Int(end))
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
        let read = lock.withLock { _ in
            try? file.seek(toOffset: UInt64(offset))
            return try? file.read(upToCount: buffer.count)
        }
        guard let data = read else { return 0 }
        buffer.copyBytes(from: data)
        return data.count
    }
}
