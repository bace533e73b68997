import Foundation
import TestSupport
import Testing

@Suite("Starting and stopping of daemons")
struct RunningGatewayTests {
    @Test("A daemon whose log tells of a person of the examples fails the test that stops it", arguments: ["SIGTERM", "SIGKILL"])
    func personalContent(signal: String) async throws {
        #expect(PersonalContent.words.count > 60 && PersonalContent.words.contains { $0.wholeMatch(of: /[0-9]{12}/) != nil })
        for word in PersonalContent.words.sorted() where PersonalContent.forms.contains(where: { $0.word == word }) {
            #expect(PersonalContent.hint(in: Data("{\"reason\":\"\(word)\"}".utf8)) != nil)
        }
        try await TemporaryFolder.with("daemon") { folder in
            let number = try #require(PersonalContent.words.first { $0.wholeMatch(of: /[0-9]{12}/) != nil })
            let daemon = try await start("echo gateway ready; echo \(number.dropFirst(2)); exec sleep 60", in: folder)
            let failure = await #expect(throws: SupportFailure.self) {
                try await signal == "SIGKILL" ? daemon.kill() : { _ = try await daemon.stop() }()
            }
            #expect(failure.map { "\($0)".contains("tells of persons") && !"\($0)".contains(number.dropFirst(2)) } == true)
        }
    }

    /// Starts a shell script in the place of the daemon.
    private func start(_ script: String, in folder: TemporaryFolder, timeout: Duration = .seconds(30)) async throws -> RunningGateway {
        var options = RunningGateway.Options()
        options.program = try folder.write("#!/bin/sh\n\(script)\n", to: "daemon.sh")
        options.wrapper = ["sh"]
        options.timeout = timeout
        return try await RunningGateway(configuration: folder.file("sluss.yaml"), log: folder.file("log"), options: options)
    }

    @Test("A daemon is ready when its log says so, and stops with its own exit code")
    func stops() async throws {
        try await TemporaryFolder.with { folder in
            let daemon = try await start(
                "trap 'echo bye; exit 3' TERM; echo \"$@\"; echo gateway ready >&2; while :; do sleep 0.05; done", in: folder)
            #expect(daemon.logText() == "serve --config \(folder.file("sluss.yaml"))\ngateway ready\n")
            #expect(try await daemon.stop() == 3)
            #expect(daemon.logText().hasSuffix("bye\n"))
        }
    }

    @Test("A restart appends to the log and waits for its own word, not for that of the run before")
    func restarts() async throws {
        try await TemporaryFolder.with { folder in
            let first = try await start("echo gateway ready; exec sleep 60", in: folder)
            try await first.kill()
            #expect(first.process.exitCodeIfEnded() == 137)
            await #expect { _ = try await start("exec sleep 60", in: folder, timeout: .milliseconds(200)) } throws: {
                "\($0)".contains("was not ready after")
            }
            #expect(first.logText() == "gateway ready\n")
        }
    }

    @Test("A daemon that ends before it is ready is an error with its last words")
    func endsEarly() async throws {
        try await TemporaryFolder.with { folder in
            await #expect { _ = try await start("echo no configuration >&2; exit 78", in: folder) } throws: {
                "\($0)".contains("ended with 78") && "\($0)".contains("no configuration")
            }
        }
    }

    @Test("A daemon that will not stop is killed, and that is an error")
    func hangs() async throws {
        try await TemporaryFolder.with { folder in
            let daemon = try await start("trap '' TERM; echo gateway ready; while :; do sleep 0.05; done", in: folder)
            await #expect { try await daemon.stop(within: .milliseconds(200)) } throws: { "\($0)".contains("did not stop within") }
            #expect(try await eventually { daemon.process.exitCodeIfEnded() == 137 })
        }
    }

    @Test("A daemon dies with the object that stands for it")
    func diesWithObject() async throws {
        try await TemporaryFolder.with { folder in
            var daemon: RunningGateway? = try await start("echo gateway ready; exec sleep 60", in: folder)
            let identifier = try #require(daemon?.process.identifier)
            daemon = nil
            #expect(try await eventually { !FileManager.default.fileExists(atPath: "/proc/\(identifier)") })
        }
    }
}
