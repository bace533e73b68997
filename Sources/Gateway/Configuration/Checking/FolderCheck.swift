import Documents
import Glibc

/// Judges the folders under `paths` as they are now. Makes and changes nothing: a folder that does not exist is fine when it could be made.
struct FolderCheck {
    let configuration: Configuration
    let log: ProblemLog

    func run() {
        let paths = configuration.paths
        checkFolder("paths.spool", paths.spool, forbidden: 0o077)
        // Other systems of the organisation put in and take out here: the group may, the rest of the world may not.
        checkFolder("paths.submit", paths.submit, forbidden: 0o007)
        checkFolder("paths.handover", paths.handover, forbidden: 0o007)
        checkAudit(paths.audit)
        checkFileSystems()
        checkSpace()
        checkQuarantine()
    }

    private func checkFolder(_ key: String, _ path: String, forbidden: mode_t) {
        guard let status = Self.status(path) else { return checkParent(key, path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return add(.folderUnusable, key, LocalText(sv: "Det är ingen mapp.", en: "It is not a folder."))
        }
        guard Self.mayUse(path) else { return add(.folderUnusable, key, Self.lastError) }
        checkMode(key, status, forbidden: forbidden)
    }

    private func checkMode(_ key: String, _ status: stat, forbidden: mode_t) {
        guard status.st_mode & forbidden != 0 else { return }
        let mode = "0" + String(status.st_mode & 0o7777, radix: 8)
        add(.folderOpen, key, LocalText(sv: "Rättigheterna är \(mode).", en: "The mode is \(mode)."))
    }

    private func checkParent(_ key: String, _ path: String) {
        let parent = FilePath.folder(of: path)
        guard let status = Self.status(parent), status.st_mode & S_IFMT == S_IFDIR else {
            return add(.folderMissing, key, LocalText(sv: "\(parent) är ingen mapp.", en: "\(parent) is not a folder."))
        }
        if !Self.mayUse(parent) { add(.folderMissing, key, Self.lastError) }
    }

    private func checkAudit(_ path: String) {
        let key = "paths.audit"
        guard let status = Self.status(path) else { return checkParent(key, path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return add(.folderUnusable, key, LocalText(sv: "Det är ingen vanlig fil.", en: "It is not a regular file."))
        }
        guard faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0 else { return add(.folderUnusable, key, Self.lastError) }
        checkMode(key, status, forbidden: 0o077)
    }

    private func checkFileSystems() {
        let paths = configuration.paths
        guard let spool = Self.device(of: paths.spool) else { return }
        for (key, path) in [("paths.submit", paths.submit), ("paths.handover", paths.handover)] {
            if let other = Self.device(of: path), other != spool { add(.otherFileSystem, key) }
        }
    }

    private func checkSpace() {
        let spool = configuration.paths.spool
        var space = statvfs()
        guard statvfs(Self.status(spool) == nil ? FilePath.folder(of: spool) : spool, &space) == 0 else { return }
        let (bytes, inodes) = (UInt64(space.f_bavail) * UInt64(space.f_frsize), UInt64(space.f_favail))
        if bytes < UInt64(configuration.disk.minimumFreeBytes) {
            let mebibytes = bytes >> 20
            add(.littleSpace, "disk.minimum_free", LocalText(sv: "Ledigt: \(mebibytes)MiB.", en: "Free: \(mebibytes)MiB."))
        }
        // Some file systems make inodes as needed and count none.
        if space.f_files > 0, inodes < UInt64(configuration.disk.minimumFreeInodes) {
            add(.littleSpace, "disk.minimum_free_inodes", LocalText(sv: "Lediga inoder: \(inodes).", en: "Free inodes: \(inodes)."))
        }
    }

    /// Without the section nothing is removed by age: somebody has to know.
    private func checkQuarantine() {
        let spool = configuration.paths.spool
        guard configuration.quarantine == nil, let count = try? Quarantine.count(in: spool), count > 0 else { return }
        add(.quarantineLeft, "paths.spool", LocalText(sv: "Antal: \(count).", en: "Messages: \(count)."))
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Of the path, or of the folder it would be made in.
    private static func device(of path: String) -> dev_t? { (status(path) ?? status(FilePath.folder(of: path)))?.st_dev }

    private static func mayUse(_ folder: String) -> Bool { faccessat(AT_FDCWD, folder, R_OK | W_OK | X_OK, AT_EACCESS) == 0 }

    private static var lastError: LocalText { GuardedFile.Failure.unreadable(errno).detail }

    private func add(_ code: ConfigurationCode, _ key: String, _ detail: LocalText? = nil) {
        log.add(code, at: configuration.places[key], key: key, detail: detail)
    }
}
