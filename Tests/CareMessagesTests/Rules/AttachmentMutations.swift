import CareMessages

/// Messages whose attachments break rule E13 or E14, and others that come close.
enum AttachmentMutations {
    private static let m04 = MessageType.planeringsunderlag
    private static let m01 = MessageType.inskrivningsmeddelande
    private static let file = AttachedFile(id: "bilaga-1", size: 5, sha256: String(repeating: "0a", count: 32))
    private static let end = "</sam:Kuvert>"

    private static func declared(_ id: String = "bilaga-1", size: Int = 5) -> String {
        element(
            "Bilaga",
            element("Bilageid", id) + element("Mediatyp", "application/pdf") + element("Storlek", "\(size)")
                + element("Sha256", file.sha256))
    }

    private static func with(_ name: String, _ id: String, _ type: MessageType, _ declarations: [String], _ files: [AttachedFile]?)
        -> Mutation
    {
        var mutation = Mutation(name, id, type).knowing { $0.attachedFiles = files }
        mutation.edits = declarations.isEmpty ? [] : [(end, declarations.joined() + end)]
        return mutation
    }

    static let wrong = [
        with("an attachment to a notice of admission", "E13", m01, [declared()], [file]),
        with("a file beside a notice of admission", "E13", m01, [], [file]).also("E14"),
        with("an attachment declared and none there", "E14", m04, [declared()], []),
        with("a file there and none declared", "E14", m04, [], [file]),
        with("a file of another length", "E14", m04, [declared(size: 6)], [file]),
        with("a file under another id", "E14", m04, [declared("bilaga-2")], [file]),
        with(
            "one file for two attachments", "E14", m04, [declared(), declared("bilaga-2")],
            [AttachedFile(id: nil, size: 5, sha256: file.sha256)]),
        with(
            "a file with other content", "E14", m04, [declared()],
            [AttachedFile(id: "bilaga-1", size: 5, sha256: String(repeating: "0b", count: 32))]),
        with("two attachments of one id", "E14", m04, [declared(), declared()], nil),
        with("an id that may be a person number", "E14", m04, [declared("b-201203159809")], nil),
    ]

    static let right = [
        with("an attachment to material for planning", "E13", m04, [declared()], [file]),
        with("no attachment where none may be", "E13", m01, [], []),
        with("an attachment known by its content alone", "E14", m04, [declared()], [AttachedFile(id: nil, size: 5, sha256: file.sha256)]),
        with(
            "two attachments of one content", "E14", m04, [declared(), declared("bilaga-2")],
            [AttachedFile(id: nil, size: 5, sha256: file.sha256), AttachedFile(id: nil, size: 5, sha256: file.sha256)]),
        with("attachments nobody looks at", "E14", m04, [declared()], nil),
    ]
}
