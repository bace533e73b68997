import CShim
import Glibc

extension Spool {
    /// Keeps an entity beside a message, once. Durable on return; a crash leaves all of it or none.
    ///
    /// The same bytes again are accepted and made durable; different ones are refused: a resend must equal what was sent.
    /// - Throws: ``SpoolError`` P005 when the message is not in `state`, P015 when another entity is stored, P013 when the stored one is
    ///   damaged (the message lies in `corrupt` then), P008–P009 when it is not durable.
    package func attach(
        _ attachment: Attachment, _ entity: StoredEntity, to id: MessageID, in state: SpoolState
    ) throws(SpoolError) {
        do throws(SpoolError) {
            guard let entry = try lockEntry(id, in: state) else { throw SpoolError(.notThere, SpoolPlace(folder: state.rawValue, id: id)) }
            let stored = try quarantining(entry) { (entry) throws(SpoolError) in try entry.readAttachment(attachment) }
            if let stored {
                guard stored.entity == entity else { throw SpoolError(.attachmentDiffers, entry.place(attachment.rawValue)) }
            } else {
                try place(attachment, entity, in: entry)
            }
            try entry.sync()
        } catch {
            throw noted(error)
        }
    }

    /// The entity kept beside a message, checked; nil when there is none.
    ///
    /// - Throws: ``SpoolError`` P005, P013 (the message lies in `corrupt` then), P017.
    package func attachment(_ attachment: Attachment, of id: MessageID, in state: SpoolState) throws(SpoolError) -> StoredEntity? {
        do throws(SpoolError) {
            return try reading(id, in: state) { (entry) throws(SpoolError) in try entry.readAttachment(attachment) }?.entity
        } catch {
            throw noted(error)
        }
    }

    /// Written under another name first, so that the real name always means a whole file.
    private func place(_ attachment: Attachment, _ entity: StoredEntity, in entry: borrowing EntryFolder) throws(SpoolError) {
        let (name, new) = (attachment.rawValue, attachment.rawValue + ".new")
        guard let bytes = EntityFile(entity, of: entry.id, at: options.now()).bytes() else {
            throw SpoolError(.notWritable, entry.place(name), detail: "content type")
        }
        try entry.remove(new)
        do throws(SpoolError) {
            try entry.write(new, bytes)
        } catch {
            if error.code == .diskFull { try? entry.remove(new) }
            throw error
        }
        let folder = entry.file.descriptor
        guard sluss_rename_noreplace(folder, new, folder, name) == 0 else {
            throw SpoolError(failed: .rename, errno, entry.place(name))
        }
    }
}
