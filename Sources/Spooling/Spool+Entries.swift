import CShim
import Glibc

/// How a message's folder is made, locked, renamed and removed: what all operations are put together from.
extension Spool {
    /// Makes `incoming/<id>` and takes its lock. A recovery that meets the folder between the two steps removes it; it is then made again.
    func makeEntry(_ id: MessageID) throws(SpoolError) -> EntryFolder {
        let incoming = folder(.incoming)
        let name = id.description
        let place = SpoolPlace(folder: incoming.name, id: id)
        for round in 0..<100 {
            if mkdirat(incoming.descriptor, name, 0o700) != 0 {
                guard errno == EEXIST else { throw SpoolError(failed: .makeFolder, errno, place) }
                if round == 0 { throw SpoolError(.nameTaken, place) }
                usleep(1_000)
                continue
            }
            if fchmodat(incoming.descriptor, name, 0o700, 0) != 0, errno != ENOENT { throw SpoolError(failed: .makeFolder, errno, place) }
            guard let file = try OpenFile.openIfThere(name, in: incoming.descriptor, flags: OpenFile.folderFlags, place: place) else {
                continue
            }
            let entry = EntryFolder(file: file, id: id, state: .incoming)
            if try entry.lock(), try entry.isStill(in: incoming) { return entry }
        }
        throw SpoolError(.busy, place)
    }

    /// Opens a message without its lock, to read it; nil when it is not in that state.
    func openEntry(_ id: MessageID, in state: SpoolState) throws(SpoolError) -> EntryFolder? {
        let place = SpoolPlace(folder: state.rawValue, id: id)
        do throws(SpoolError) {
            for name in try names(of: id, in: state) {
                guard let file = try OpenFile.openIfThere(name, in: folder(state).descriptor, flags: OpenFile.folderFlags, place: place)
                else {
                    continue
                }
                return EntryFolder(file: file, id: id, state: state, name: name)
            }
            return nil
        } catch {
            // A plain file or a link under a message's name is not a message.
            if error.errorNumber == ENOTDIR || error.errorNumber == ELOOP { return nil }
            throw error
        }
    }

    /// A message lies under its id; in `corrupt` a second damaged copy of it lies under its id and a number.
    private func names(of id: MessageID, in state: SpoolState) throws(SpoolError) -> [String] {
        guard state == .corrupt else { return [id.description] }
        let numbered = try folder(.corrupt).names().map(\.name).filter { $0.hasPrefix("\(id).") }
        return [id.description] + numbered.sorted()
    }

    /// Opens a message and takes its lock, waiting as long as the options allow; nil when it is not, or no longer, in that state.
    ///
    /// - Throws: ``SpoolError`` P012 when somebody else keeps the lock.
    func lockEntry(_ id: MessageID, in state: SpoolState, waits: Bool = true) throws(SpoolError) -> EntryFolder? {
        guard let entry = try openEntry(id, in: state) else { return nil }
        let deadline = ContinuousClock.now + options.lockPatience
        while try !entry.lock() {
            guard waits, ContinuousClock.now < deadline else { throw SpoolError(.busy, entry.place()) }
            usleep(1_000)
        }
        guard try entry.isStill(in: folder(state)) else { return nil }
        return entry
    }

    /// Renames a message's folder. Not durable yet: see `settle`.
    func rename(_ id: MessageID, named name: String? = nil, from: SpoolState, to: SpoolState) throws(SpoolError) {
        let target = id.description
        guard sluss_rename_noreplace(folder(from).descriptor, name ?? target, folder(to).descriptor, target) == 0 else {
            let place = SpoolPlace(folder: to.rawValue, id: id)
            switch errno {
            case ENOENT: throw SpoolError(.notThere, SpoolPlace(folder: from.rawValue, id: id))
            case EEXIST, ENOTEMPTY: throw SpoolError(.nameTaken, place)
            default: throw SpoolError(failed: .rename, errno, place)
            }
        }
    }

    /// Makes a rename durable. The target first: a crash between the two leaves the message findable.
    func settle(from: SpoolState, to: SpoolState) throws(SpoolError) {
        try folder(to).sync()
        try folder(from).sync()
    }

    /// Moves a complete message out of `incoming`. When that cannot be made durable, it is taken back, so that nobody delivers a message
    /// whose sender was told "no"; its lock is held all the while.
    func publish(_ id: MessageID, to state: SpoolState) throws(SpoolError) {
        try rename(id, from: .incoming, to: state)
        do throws(SpoolError) {
            try settle(from: .incoming, to: state)
        } catch {
            let name = id.description
            _ = sluss_rename_noreplace(folder(state).descriptor, name, folder(.incoming).descriptor, name)
            throw error
        }
    }

    /// After a failed write: on a full disk the leftover is removed at once, for its space; after any other failure it is left for
    /// recovery, as nothing on that disk is to be trusted now.
    func abandon(_ entry: borrowing EntryFolder, after error: SpoolError) {
        guard error.code == .diskFull || error.code == .outOfResources else { return }
        try? removeEntry(entry, named: entry.id.description, from: folder(.incoming))
    }

    /// Removes a folder of `incoming` with the files in it. A crash in the middle leaves a leftover that recovery removes.
    func removeEntry(_ entry: borrowing EntryFolder, named name: String, from incoming: HeldFolder) throws(SpoolError) {
        for file in try HeldFolder.names(in: entry.file) { try entry.remove(file.name) }
        guard unlinkat(incoming.descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
            throw SpoolError(failed: .remove, errno, SpoolPlace(folder: incoming.name, id: entry.id))
        }
    }
}
