import TestSupport

/// The Python library as4.
enum LibraryPeer {
    /// True when the interpreter of the interop tests has it.
    static let isInstalled = (try? Tool.python?.runBlocking(["-c", "import as4"]).isSuccess) == true
}
