/// What the reading of one file gathers: problems, and where each key stands. Used within one synchronous reading.
final class ReadingContext {
    let log: ProblemLog
    /// Folder that relative paths count from.
    let folder: String
    private(set) var places = KeyPlaces()

    init(log: ProblemLog, folder: String) {
        self.log = log
        self.folder = folder
    }

    func note(_ key: String, at place: FilePlace) { places.note(key, at: place) }
}
