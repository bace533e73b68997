import Foundation
import Signatures

/// What is fetched, when, and what has come: the decisions of ``RevocationService``, without clock, network and disk.
struct RevocationDesk {
    /// One source and how it goes.
    struct Entry {
        let source: RevocationSource
        /// The certificate that OCSP is asked about, and its issuer.
        let pair: IssuedCertificates.Pair?
        var list: RevocationList?
        var answer: OCSPAnswer?
        var failures = 0
        var nextTry: Date
        var record: TrustCache.SourceRecord
    }

    /// What one fetch brought.
    enum Arrival {
        case list(RevocationList)
        case answer(OCSPAnswer)
        case nothing(FetchFailure)
    }

    private(set) var entries: [RevocationSource: Entry] = [:]
    private(set) var authorities: [Certificate] = []
    /// Lists and answers of the cache that no source fetches any more, or not yet.
    private var inherited: RevocationMaterial

    /// How the fetching went before this start.
    private let earlier: [String: TrustCache.SourceRecord]

    init(inherited: RevocationMaterial, records: [TrustCache.SourceRecord] = []) {
        self.inherited = inherited
        earlier = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Everything at hand.
    var material: RevocationMaterial {
        var seen: Set<ObjectIdentifier> = []
        let lists = (entries.values.compactMap(\.list) + inherited.lists).filter { seen.insert(ObjectIdentifier($0)).inserted }
        let fetched = entries.values.compactMap(\.answer)
        let about = Set(fetched.map(\.certificateSHA256))
        return RevocationMaterial(lists: lists, answers: fetched + inherited.answers.filter { !about.contains($0.certificateSHA256) })
    }

    private var basis: [ObjectIdentifier]?

    /// Whether a plan made of other certificates than the last one is due.
    mutating func isOver(_ basis: [ObjectIdentifier]) -> Bool {
        defer { self.basis = basis }
        return self.basis != basis
    }

    /// Follows a plan: new sources are due at once, those that left are forgotten.
    ///
    /// - Parameter kept: what the cache has of a new source.
    mutating func follow(
        _ plan: RevocationPlan, at time: Date, kept: (RevocationSource, IssuedCertificates.Pair?) -> (RevocationList?, OCSPAnswer?)
    ) {
        authorities = plan.authorities
        entries = entries.filter { plan.sources[$0.key] != nil }
        for (source, pair) in plan.sources where entries[source] == nil {
            let (list, answer) = kept(source, pair)
            var record = TrustCache.SourceRecord(url: source.address.text, kind: source.isAnswer ? "ocsp" : "crl")
            record.certificate = source.certificate.map(Hexadecimal.text)
            // A restart does not make a long trouble a new one.
            record = earlier[record.key] ?? record
            entries[source] = Entry(source: source, pair: pair, list: list, answer: answer, nextTry: time, record: record)
        }
    }

    /// What is to be fetched now, the longest waiting first.
    func due(at time: Date) -> [Entry] { entries.values.filter { $0.nextTry <= time }.sorted { $0.nextTry < $1.nextTry } }

    /// Takes what came. True when it changes the trust.
    mutating func take(_ arrival: Arrival, of source: RevocationSource, at time: Date, random: Double) -> Bool {
        guard var entry = entries[source] else { return false }
        defer { entries[source] = entry }
        entry.record.triedAt = time
        if case .nothing(let failure) = arrival {
            entry.failures += 1
            (entry.record.code, entry.record.detail) = (failure.code, failure.detail)
            entry.record.failingSince = entry.record.failingSince ?? time
            entry.nextTry = RevocationSchedule.next(afterFailures: entry.failures, at: time, random: random)
            return false
        }
        entry.failures = 0
        (entry.record.code, entry.record.detail, entry.record.fetchedAt) = (nil, nil, time)
        entry.record.failingSince = nil
        let (end, isNew) = entry.accept(arrival, earlier: inherited)
        entry.nextTry = RevocationSchedule.next(after: time, end: end ?? time, isAnswer: source.isAnswer, random: random)
        return isNew
    }
}

extension RevocationDesk.Entry {
    /// Whether a list or answer at hand is in force.
    func isInForce(at time: Date) -> Bool { list?.isInForce(at: time) ?? answer.map { time < $0.end } ?? false }

    /// When what came ends, and whether it says anything new.
    fileprivate mutating func accept(_ arrival: RevocationDesk.Arrival, earlier: RevocationMaterial) -> (Date?, Bool) {
        switch arrival {
        case .list(let new):
            // The same bytes keep their identity, so that nothing has to be judged anew.
            let isNew = list?.der != new.der
            if isNew { list = new }
            return (new.nextUpdate, isNew)
        case .answer(let new):
            let isNew = answer?.der != new.der
            if isNew { answer = new }
            return (new.end, isNew)
        case .nothing: return (nil, false)
        }
    }
}
