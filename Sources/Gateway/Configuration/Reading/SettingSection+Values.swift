import CareMessages
import Documents
import Signatures

extension SettingSection {
    /// Each returns nil when the value is missing without a default, or wrong; what is wrong is in the log then.
    func integer(_ name: String) -> Int? {
        guard let scalar = scalar(name), case .integer(let range) = scalar.kind else { return nil }
        return within(range, scalar.parsed(.number, SettingValue.integer), scalar)
    }

    func fraction(_ name: String) -> Double? {
        guard let scalar = scalar(name), case .fraction(let range) = scalar.kind else { return nil }
        return within(range, scalar.parsed(.number, SettingValue.fraction), scalar)
    }

    func duration(_ name: String) -> Duration? {
        guard let scalar = scalar(name), case .duration(let range) = scalar.kind else { return nil }
        return within(range, scalar.parsed(.duration, SettingValue.duration), scalar)
    }

    func size(_ name: String) -> Int? {
        guard let scalar = scalar(name), case .size(let range) = scalar.kind else { return nil }
        return within(range, scalar.parsed(.size, SettingValue.size), scalar)
    }

    private func within<Value>(_ range: ClosedRange<Value>, _ value: Value?, _ scalar: SettingScalar) -> Value? {
        guard let value else { return nil }
        if range.contains(value) { return value }
        scalar.log(.outOfRange)
        return nil
    }

    func flag(_ name: String) -> Bool? { scalar(name)?.parsed(.flag, SettingValue.flag) }

    func name(_ name: String) -> String? { scalar(name)?.parsed(.name, SettingValue.name) }

    func areaCode(_ name: String) -> String? { scalar(name)?.parsed(.areaCode, SettingValue.areaCode) }

    func host(_ name: String) -> String? { scalar(name)?.parsed(.host, SettingValue.host) }

    func endpoint(_ name: String) -> PartnerEndpoint? { scalar(name)?.parsed(.endpoint, SettingValue.endpoint) }

    func urlPath(_ name: String) -> String? { scalar(name)?.parsed(.path, SettingValue.urlPath) }

    func date(_ name: String) -> CalendarDay? { scalar(name)?.parsed(.date) { CalendarDay($0) } }

    func time(_ name: String) -> TimeOfDay? { scalar(name)?.parsed(.time) { $0.utf8.count == 5 ? TimeOfDay($0) : nil } }

    func organisationsnummer(_ name: String) -> String? {
        scalar(name)?.parsed(.organisationsnummer) { text in
            guard text.utf8.count == 10 else { return nil }
            do { return try Organisationsnummer(text).digits } catch { return nil }
        }
    }

    func text(_ name: String) -> String? {
        guard let scalar = scalar(name), case .text(let maximum) = scalar.kind else { return nil }
        return scalar.parsed(.text) { SettingValue.text($0, maximum: maximum) }
    }

    /// One of the words of `Word`.
    func word<Word: RawRepresentable<String>>(_ name: String) -> Word? { scalar(name)?.word() }

    /// A list of words without repetition.
    func words<Word: RawRepresentable<String> & Hashable>(_ name: String) -> [Word]? {
        list(name) { $0.word() }
    }

    /// An absolute path; a relative one counts from the folder of the configuration file.
    func file(_ name: String) -> String? { scalar(name)?.file() }

    func fetchAddress(_ name: String) -> FetchAddress? { scalar(name)?.parsed(.fetchAddress) { FetchAddress($0) } }

    func fetchAddresses(_ name: String) -> [FetchAddress]? { list(name) { $0.parsed(.fetchAddress) { FetchAddress($0) } } }

    func hosts(_ name: String) -> [String]? { list(name) { $0.parsed(.host, SettingValue.host) } }

    /// A path as ``file(_:)`` gives it, or one of the other places as written.
    func keyPlace(_ name: String) -> String? {
        guard let scalar = scalar(name) else { return nil }
        if scalar.text.hasPrefix("credential:") || scalar.text.hasPrefix("pkcs11:") {
            return scalar.parsed(.keyPlace) { KeyPlace($0) == nil ? nil : $0 }
        }
        return scalar.file()
    }

    func files(_ name: String) -> [String]? { list(name) { $0.file() } }

    func durations(_ name: String) -> [Duration]? {
        list(name) { scalar in
            guard case .duration(let range) = scalar.kind else { return nil }
            return within(range, scalar.parsed(.duration, SettingValue.duration), scalar)
        }
    }

    func pins(_ name: String) -> [Pin]? {
        guard let pins: [Pin] = list(name, { $0.parsed(.pin) { Pin(parsing: $0) } }) else { return nil }
        guard pins.isEmpty, contains(name) else { return pins }
        context.log.add(.missingValue, at: context.places[key(name)], key: key(name))
        return nil
    }

    /// Parses every entry, so that all wrong ones are reported; a value that stands twice is reported too.
    private func list<Value: Hashable>(_ name: String, _ parse: (SettingScalar) -> Value?) -> [Value]? {
        guard let scalars = scalars(name) else { return nil }
        var seen: Set<Value> = []
        var values: [Value] = []
        for scalar in scalars {
            guard let value = parse(scalar) else { continue }
            if seen.insert(value).inserted { values.append(value) } else { scalar.log(.repeatedValue) }
        }
        return values.count == scalars.count ? values : nil
    }
}

extension SettingScalar {
    /// One of the words of `Word`; otherwise the nearest allowed one is suggested.
    fileprivate func word<Word: RawRepresentable<String>>() -> Word? {
        if let word = Word(rawValue: text) { return word }
        var hint: LocalText?
        if case .word(let words) = kind, let near = NearestName.find(text, among: words) {
            hint = LocalText(sv: "Menades ”\(near)”?", en: "Was “\(near)” meant?")
        }
        log(.word, hint: hint)
        return nil
    }

    fileprivate func file() -> String? {
        parsed(.path) { SettingValue.text($0, maximum: 1_000).map { FilePath.absolute($0, from: context.folder) } }
    }
}
