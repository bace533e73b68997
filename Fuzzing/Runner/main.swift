// libFuzzer with one of our targets: `sluss-fuzz TARGET [FOLDER…] [-option=value…]`. One program for all targets, so that the sanitized build is
// made once. libFuzzer's own main is not used, because a Swift program has one already.
import FuzzTargets
import Glibc

/// libFuzzer's driver (FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let name = CommandLine.arguments.dropFirst().first ?? ""
guard let chosen = FuzzTarget(rawValue: name) else {
    print("usage: sluss-fuzz TARGET [FOLDER…] [-option=value…]\ntargets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
    exit(64)
}
nonisolated(unsafe) private var current = chosen
// libFuzzer sees the program's name and what follows the target.
CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
private var arguments = CommandLine.unsafeArgv + 1
private var count = CommandLine.argc - 1
exit(
    runDriver(&count, &arguments) { start, count in
        current.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
