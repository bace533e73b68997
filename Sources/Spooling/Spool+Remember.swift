import CShim
import FoundationEssentials
import Glibc

extension Spool {
    /// What a receipt is called in `incoming` until it is whole.
    static let rememberedPrefix = "receipt-"

    /// Keeps a receipt for a message that was received before and came again otherwise than the first time: under another key, or in a new
    /// wrapping. Whatever the outcome, what is returned may be sent, and is sent again when `duplicateKey` comes again.
    ///
    /// Order: the receipt durable under a name of its own in `incoming`; then renamed to `seen/<SHA-256 of the key>`, which fails if the key is
    /// known: this is the commit; the name durable. A crash before the rename leaves a leftover that ``recover(at:holding:)`` removes; after
    /// it the record is found, and made durable before anybody is answered with it. The record is kept for as long as one of
    /// ``receive(_:)``: until its age is over and the message is gone.
    ///
    /// - Parameter id: the message that the receipt is for; it lies in the spool or was received once.
    /// - Returns: the receipt now known under the key, and its message: ours, or what another reception put there a moment ago.
    /// - Throws: ``SpoolError`` P008–P011, P014, P016 (send nothing, let the partner try again), P013 when the known record is damaged.
    package func remember(
        _ receipt: StoredReceipt, of id: MessageID, duplicateKey: String, at date: Date
    ) throws(SpoolError) -> (id: MessageID, receipt: StoredReceipt) {
        do throws(SpoolError) {
            try checkReserve(adding: receipt.bytes.count)
            let key = Self.seenName(duplicateKey)
            let place = SpoolPlace(folder: layout.seen.name, id: id)
            guard let bytes = EntityFile(receipt, of: id, at: date, seen: key).bytes() else { throw SpoolError(.notWritable, place) }
            for _ in 0..<10 {
                if case .duplicate(let id, let receipt)? = try settledDuplicate(key) { return (id, receipt) }
                if try placeRecord(bytes, key: key, place) { return (id, receipt) }
            }
            throw SpoolError(.busy, place)
        } catch {
            throw noted(error)
        }
    }

    /// Whether the record got its key; false when another has it.
    private func placeRecord(_ bytes: [UInt8], key: String, _ place: SpoolPlace) throws(SpoolError) -> Bool {
        let (incoming, seen) = (folder(.incoming), layout.seen)
        let name = "\(Self.rememberedPrefix)\(getpid())-\(UInt64.random(in: .min ... .max))"
        let new = try OpenFile.create(name, in: incoming.descriptor, place: SpoolPlace(folder: incoming.name, id: place.id))
        do throws(SpoolError) {
            try new.write(bytes)
            try new.sync()
            try new.close()
        } catch {
            unlinkat(incoming.descriptor, name, 0)
            throw error
        }
        guard sluss_rename_noreplace(incoming.descriptor, name, seen.descriptor, key) == 0 else {
            let failure = errno
            unlinkat(incoming.descriptor, name, 0)
            guard failure == EEXIST else { throw SpoolError(failed: .link, failure, place) }
            return false
        }
        do throws(SpoolError) {
            try seen.sync()
        } catch {
            // Noted before the name goes: another that looks must not take the record for durable.
            _ = noted(error)
            unlinkat(seen.descriptor, key, 0)
            throw error
        }
        return true
    }
}
