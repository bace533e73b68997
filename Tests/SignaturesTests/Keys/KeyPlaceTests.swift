import Signatures
import Testing

@Suite("Places of keys")
struct KeyPlaceTests {
    @Test("A path, a credential's name and a token's address are told apart")
    func good() throws {
        #expect(KeyPlace("/etc/sluss/as4.key") == .file("/etc/sluss/as4.key"))
        #expect(KeyPlace("credential:as4.key") == .credential("as4.key"))
        guard case .token(let address)? = KeyPlace("pkcs11:token=s;object=as4?module-path=/usr/lib/m.so&pin-source=file:/etc/sluss/pin")
        else {
            Issue.record("no token")
            return
        }
        #expect(address.uri == "pkcs11:token=s;object=as4" && address.module == "/usr/lib/m.so" && address.pinFile == "/etc/sluss/pin")
    }

    @Test(
        "A place that is none, or that holds the PIN itself, is refused",
        arguments: [
            "credential:", "credential:../x", "credential:a/b", "pkcs11:", "pkcs11:object=a", "pkcs11:object=a?pin-value=1234",
            "pkcs11:object=a?pin-source=pin", "pkcs11:token=t?pin-source=/x", "pkcs11:object=a;object=b?pin-source=/x",
            "pkcs11:object=a?pin-source=/x&pin-value=1", "pkcs11:object=a?pin-source=|/bin/true", "pkcs11:object=a b?pin-source=/x",
        ])
    func bad(_ text: String) { #expect(KeyPlace(text) == nil) }
}
