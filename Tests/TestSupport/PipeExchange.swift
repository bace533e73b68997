import Glibc

/// Feeds a child's standard input and gathers its two outputs at the same time, so that neither side waits for ever.
struct PipeExchange {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private(set) var isTimedOut = false

    private var input: ArraySlice<UInt8>
    private let child: ChildProcess
    private var inputEnd: Int32
    private var outputEnd: Int32
    private var errorEnd: Int32

    /// Starts the child with three pipes.
    init(_ launch: ChildProcess.Launch, input: [UInt8]) throws {
        let (toChild, fromChild, wrong) = (try Pipe(), try Pipe(), try Pipe())
        defer { for descriptor in [toChild.readEnd, fromChild.writeEnd, wrong.writeEnd] { close(descriptor) } }
        do {
            child = try ChildProcess(
                launch, streams: .init(input: toChild.readEnd, output: fromChild.writeEnd, errors: wrong.writeEnd))
        } catch {
            for descriptor in [toChild.writeEnd, fromChild.readEnd, wrong.readEnd] { close(descriptor) }
            throw error
        }
        (inputEnd, outputEnd, errorEnd) = (toChild.writeEnd, fromChild.readEnd, wrong.readEnd)
        self.input = input[...]
        for descriptor in [inputEnd, outputEnd, errorEnd] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    }

    /// Runs until the child has ended; kills its group when the time is up. Returns the exit code.
    mutating func run(timeout: Duration) -> Int32 {
        let deadline = ContinuousClock.now + timeout
        defer { for descriptor in [inputEnd, outputEnd, errorEnd] where descriptor >= 0 { close(descriptor) } }
        if input.isEmpty { closeInput() }
        while true {
            waitForActivity()
            writeInput()
            Self.read(&outputEnd, into: &output)
            Self.read(&errorEnd, into: &errors)
            if let exitCode = child.exitCodeIfEnded() {
                // A grandchild may hold the pipes open; what the child itself wrote is in them already.
                Self.read(&outputEnd, into: &output)
                Self.read(&errorEnd, into: &errors)
                return exitCode
            }
            if !isTimedOut, ContinuousClock.now > deadline {
                isTimedOut = true
                child.send(SIGKILL)
            }
        }
    }

    /// Waits for room or bytes in a pipe, or 20 ms, whichever comes first: the end of a child is not an event of a pipe.
    private func waitForActivity() {
        var waits: [pollfd] = []
        if inputEnd >= 0 { waits.append(pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0)) }
        for descriptor in [outputEnd, errorEnd] where descriptor >= 0 {
            waits.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
        }
        // With both outputs closed the child is about to end; a short wait keeps quick tools quick.
        _ = poll(&waits, nfds_t(waits.count), outputEnd < 0 && errorEnd < 0 ? 1 : 20)
    }

    private mutating func writeInput() {
        guard inputEnd >= 0 else { return }
        while !input.isEmpty {
            let written = input.withUnsafeBytes { Glibc.write(inputEnd, $0.baseAddress, $0.count) }
            if written > 0 {
                input = input.dropFirst(written)
            } else if written < 0, errno == EAGAIN || errno == EINTR {
                return
            } else {
                input = []
            }
        }
        closeInput()
    }

    private mutating func closeInput() {
        close(inputEnd)
        inputEnd = -1
    }

    private static func read(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
        guard descriptor >= 0 else { return }
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 {
                    bytes.append(contentsOf: buffer.prefix(count))
                } else if count < 0, errno == EAGAIN || errno == EINTR {
                    return
                } else {
                    close(descriptor)
                    descriptor = -1
                    return
                }
            }
        }
    }
}

/// The two ends of a pipe, closed in every child that is not given them.
private struct Pipe {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SupportFailure("pipe", errorNumber: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }
}
