import Foundation
import TestSupport

/// A second person with the same rights, as the kernel tells of one. Only root can play that, in a child process; no variable can.
enum SecondLogin: String, CaseIterable, Sendable {
    /// Somebody else logged in: the login user id of the kernel's audit system.
    case login
    /// Somebody else became this user through a set-user-id program, as with sudo.
    case became

    /// `nobody`, who has a name on every machine.
    private static let other = 65_534

    /// Whether this machine lets a test play it.
    static let isPossible: Bool = {
        guard geteuid() == 0, Tool.find("setpriv") != nil, let shell = Tool.find("sh") else { return false }
        let words = ["-c", "echo \(other) > /proc/self/loginuid && echo 4294967295 > /proc/self/loginuid"]
        return (try? shell.runBlocking(words, timeout: .seconds(5)).exitCode) == 0
    }()

    /// Runs a program so.
    func run(_ tool: Tool, _ arguments: [String], folder: String) async throws -> ToolResult {
        var shell = try Tool.require("sh")
        shell.environment = tool.environment
        return try await shell.run(["-c", script, tool.path] + arguments, folder: folder)
    }

    private var script: String {
        switch self {
        case .login: "echo \(Self.other) > /proc/self/loginuid && exec \"$0\" \"$@\""
        case .became:
            // The shell in between is the other one's; what it starts is root's again.
            "echo 4294967295 > /proc/self/loginuid && exec setpriv --ruid \(Self.other) sh -p -c 'setpriv --ruid 0 \"$0\" \"$@\"; exit $?' \"$0\" \"$@\""
        }
    }
}
