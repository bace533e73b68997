import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("Signals before serving")
struct StartSignalsTests {
    @Test("A held signal does not end the process and is remembered; a reload is made up for once")
    func held() async {
        await #expect(processExitsWith: .exitCode(7)) {
            StartSignals.hold()
            // To the process: threads of pools take no signals.
            for number in [SIGHUP, SIGTERM] { kill(getpid(), number) }
            let isRemembered = try await eventually { StartSignals.wantsStop && StartSignals.takeReload() }
            exit(isRemembered && !StartSignals.takeReload() ? 7 : 1)
        }
    }

    @Test("Nothing was asked for before a signal came, and a handler somebody else has set stays")
    func polite() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGHUP) { _ in exit(7) }
            StartSignals.hold()
            guard !StartSignals.wantsStop, !StartSignals.takeReload() else { exit(1) }
            kill(getpid(), SIGHUP)
            _ = try await eventually { StartSignals.takeReload() }
        }
    }
}
