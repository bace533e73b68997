import TestSupport
import Testing

@Suite("Running of foreign programs")
struct ToolTests {
    private let sh = Tool(path: "/bin/sh")

    @Test("Output, errors and exit code come back apart")
    func streams() async throws {
        let result = try await sh.run(["-c", "echo out; echo wrong >&2; exit 7"])
        #expect(result.exitCode == 7)
        #expect(result.outputText == "out\n")
        #expect(result.errorText == "wrong\n")
        #expect(!result.isSuccess)
    }

    @Test("Ten megabytes in and out at once do not block")
    func largeStreams() async throws {
        let input = [UInt8](repeating: 0x61, count: 10_000_000)
        let result = try await Tool(path: "/bin/cat").run([], input: input)
        #expect(result.isSuccess)
        #expect(result.output == input)
    }

    @Test("A program that ignores its input does no harm")
    func ignoredInput() async throws {
        let result = try await sh.run(["-c", "exit 0"], input: [UInt8](repeating: 0, count: 1_000_000))
        #expect(result.isSuccess)
    }

    @Test("A program that hangs is killed with its children")
    func timeout() async throws {
        let result = try await sh.run(["-c", "echo start; sleep 300 & sleep 300"], timeout: .milliseconds(300))
        #expect(result.isTimedOut)
        #expect(!result.isSuccess)
        #expect(result.outputText == "start\n")
        #expect(result.elapsed < .seconds(20))
    }

    @Test("A child that stays behind with the pipes open does not hold us")
    func leftBehind() async throws {
        let result = try await sh.run(["-c", "sleep 5 & echo done"], timeout: .seconds(60))
        #expect(result.outputText == "done\n")
        #expect(result.elapsed < .seconds(4))
    }

    @Test("The exit code of a program that a signal ended counts as in a shell")
    func signalled() throws {
        #expect(try sh.runBlocking(["-c", "kill -9 $$"]).exitCode == 137)
    }

    @Test("Folder and environment are the given ones")
    func surroundings() async throws {
        let folder = try TemporaryFolder("tool test")
        var tool = sh
        tool.environment = ["SLUSS_SAMPLE": "å b"]
        let result = try await tool.run(["-c", "pwd; printf %s \"$SLUSS_SAMPLE\""], folder: folder.path)
        #expect(result.outputText == "\(folder.path)\nå b")
    }

    @Test("Forty programs at once give each its own answer")
    func together() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask { try await sh.run(["-c", "cat; echo \(number)"], input: [0x2e]).outputText == ".\(number)\n" }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test("No descriptor of ours reaches the program")
    func descriptors() async throws {
        // The listing itself uses one more.
        let result = try await sh.run(["-c", "ls /proc/self/fd | wc -l"])
        #expect(result.outputText.filter(\.isNumber) == "4")
    }

    @Test("A program that is not there is an error that names it")
    func missing() {
        #expect(Tool.find("sluss-no-such-program") == nil)
        #expect { try Tool.require("sluss-no-such-program") } throws: { "\($0)".contains("sluss-no-such-program") }
        #expect { try Tool(path: "/nowhere/at-all").runBlocking([]) } throws: { "\($0)".contains("No such file") }
    }
}
