/// What a program left behind.
package struct ToolResult: Sendable {
    /// The exit code; 128 + the signal's number when a signal ended it, as shells count.
    package var exitCode: Int32
    /// True when it was killed because its time was up.
    package var isTimedOut: Bool
    /// Everything it wrote to standard output.
    package var output: [UInt8]
    /// Everything it wrote to standard error.
    package var errors: [UInt8]
    /// From start to end of the process.
    package var elapsed: Duration

    /// True for exit code 0 within the time.
    package var isSuccess: Bool { exitCode == 0 && !isTimedOut }
    /// Standard output as text.
    package var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
}
