/// Finds the messages of a case by id. An id is its sender's own: two organisations may have used the same, and then each means its own.
struct CaseReferences {
    private var known: [String: [Int]] = [:]
    private var senders: [String] = []

    /// Adds the next message, which gets the next index.
    mutating func add(_ event: CaseEvent) {
        known[event.messageID, default: []].append(senders.count)
        senders.append(event.sender.organisationsnummer)
    }

    /// The indices of the messages an organisation may mean by an id: its own, or else anyone's; more than one when it cannot be told.
    func indices(of id: String, meantBy organisation: String) -> [Int] {
        let all = known[id] ?? []
        return all.first { senders[$0] == organisation }.map { [$0] } ?? all
    }
}
