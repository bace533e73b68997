import CareMessages

extension ConfigurationKey {
    /// Keys of the routing: who can be reached where, and whether placements are told.
    static let routing = [
        ConfigurationKey("address_book", .sections(maximum: 20_000), .absent),
        ConfigurationKey("address_book[].organisation", .name),
        ConfigurationKey("address_book[].organisationsnummer", .organisationsnummer, .absent),
        ConfigurationKey("address_book[].code", .areaCode, .absent),
        ConfigurationKey("address_book[].role", .word(Roll.allCases.map(\.rawValue))),
        ConfigurationKey("address_book[].address", .text(maximum: 200)),
        ConfigurationKey("address_book[].name", .text(maximum: 200), .absent),
        ConfigurationKey("address_book[].protected", .flag, .value("no")),
        ConfigurationKey("address_book[].audience", .word(AddressBook.Audience.allCases.map(\.rawValue)), .absent),
        ConfigurationKey(
            "address_book[].examinations", .list(of: .word(BegaranHalsoundersokning.Part.allCases.map(\.rawValue)), maximum: 3), .absent),
        ConfigurationKey("address_book[].locality", .areaCode, .absent),
        ConfigurationKey("placement_messages", .section, .absent),
        ConfigurationKey("placement_messages.send", .flag, .value("no")),
        ConfigurationKey("placement_messages.receive", .flag, .value("no")),
    ]
}
