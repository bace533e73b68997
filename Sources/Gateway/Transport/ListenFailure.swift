/// The address of the configuration cannot be opened for listening.
package struct ListenFailure: Error, Sendable {
    /// Host and port as configured.
    package let address: String
    /// The system's error number; `EADDRNOTAVAIL` for a name that is no address.
    package let errno: Int32
}
