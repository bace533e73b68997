import TestSupport
import Testing

/// The whole program beside programs of other people.
@Suite("Interop", .serialized, .enabled(if: Binary.isBuilt, "the program sluss was not built"))
struct Interop {}
