import CareMessages
import Testing

@Suite("The address book")
struct AddressBookTests {
    private let book = AddressBook([
        RoutingExample.addressee("1", .socialtjanst, "barn.example") { ($0.kommunkod, $0.audience) = ("0319", .children) },
        RoutingExample.addressee("1", .socialtjanst, "vuxna.example") { ($0.kommunkod, $0.audience) = ("0319", .adults) },
        RoutingExample.addressee("1", .socialnamnd, "namnd.example") { $0.kommunkod = "0319" },
        RoutingExample.addressee("1", .socialtjanst, "skydd.example") {
            ($0.kommunkod, $0.audience, $0.isProtectedMailbox) = ("0319", .children, true)
        },
        RoutingExample.addressee("2", .primarvard, "vc.example") { ($0.lanskod, $0.examinations) = ("14", [.physical]) },
        RoutingExample.addressee("2", .bup, "bup.example") { ($0.lanskod, $0.examinations) = ("14", [.mental]) },
        RoutingExample.addressee("2", .tandvard, "tand.example") { $0.lanskod = "14" },
        RoutingExample.addressee("3", .sis, "hem1.example") { $0.locality = "0382" },
        RoutingExample.addressee("3", .sis, "hem2.example") { $0.locality = "1480" },
    ])

    private func find(_ target: RoutingTarget, _ roles: [Roll], _ change: (inout AddressBook.Query) -> Void = { _ in }) -> [String] {
        var query = AddressBook.Query(target, roles: roles)
        change(&query)
        return book.find(query).map(\.address)
    }

    @Test("Children and grown-ups have their own units, and nobody gets the other's")
    func audience() {
        #expect(find(.kommun("0319"), [.socialtjanst]) { $0.audience = .children } == ["barn.example"])
        #expect(find(.kommun("0319"), [.socialtjanst]) { $0.audience = .adults } == ["vuxna.example"])
        #expect(find(.kommun("0319"), [.socialnamnd]) { $0.audience = .adults } == ["namnd.example"])
    }

    @Test("Where a protected mailbox is needed an open one is never offered")
    func protected() {
        #expect(find(.kommun("0319"), [.socialtjanst, .socialnamnd]) { $0.needsProtectedMailbox = true } == ["skydd.example"])
        #expect(find(.kommun("0319"), [.socialnamnd]) { $0.needsProtectedMailbox = true }.isEmpty)
        #expect(
            find(.kommun("0319"), [.socialtjanst]) { ($0.needsProtectedMailbox, $0.audience) = (true, .adults) }.isEmpty)
    }

    @Test("The first role that has a unit is taken")
    func roles() {
        #expect(find(.kommun("0319"), [.socialnamnd, .socialtjanst]) == ["namnd.example"])
        #expect(find(.kommun("0319"), [.kommunalHSL, .socialnamnd]) == ["namnd.example"])
        #expect(find(.kommun("0382"), [.socialnamnd]).isEmpty)
    }

    @Test("A health examination finds the units that make its parts")
    func examinations() {
        #expect(find(.region("14"), [.primarvard, .bup]) { $0.examinations = [.mental] } == ["bup.example"])
        #expect(find(.region("14"), [.primarvard, .bup]) { $0.examinations = [.physical, .mental] } == ["vc.example", "bup.example"])
        #expect(find(.region("14"), [.tandvard]) { $0.examinations = [.oral] } == ["tand.example"])
    }

    @Test("Homes of SiS are told apart by where they lie; otherwise a person chooses")
    func sis() {
        #expect(find(.sis, [.sis]) { $0.locality = "1480" } == ["hem2.example"])
        #expect(find(.sis, [.sis]).count == 2)
    }

    @Test("An entry becomes a receiver with the right kind of address")
    func party() {
        let functional = RoutingExample.addressee("1", .socialtjanst, "a.example") {
            ($0.kommunkod, $0.isProtectedMailbox) = ("0319", true)
        }
        #expect(functional.party.address == .functional("a.example"))
        #expect(functional.party.principal == .municipality("0319") && functional.party.isProtectedMailbox)
        let unit = RoutingExample.addressee("2", .bup, "SE2321009900-B301") { $0.lanskod = "03" }
        #expect(unit.party.address == .hsaID("SE2321009900-B301") && unit.party.principal == .region("03"))
    }

    @Test("The book tells which organisation is which municipality, and says when it does not know")
    func municipalities() {
        let book = RoutingExample.book
        #expect(book.isMunicipality(RoutingExample.kommun, "0319") == true)
        #expect(book.isMunicipality(RoutingExample.kommun, "0382") == false)
        #expect(book.isMunicipality(RoutingExample.region, "0319") == nil)
        #expect(book.isMunicipality("2120000000", "0319") == nil)
    }
}
