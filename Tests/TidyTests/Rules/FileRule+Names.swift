extension FileRule {
    /// Endings that say nothing about what a type is.
    private static let emptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Handler", "Info", "Data"]
    /// Names of elements in ebMS and XML Signature: their specification's words, not ours.
    private static let namesOfSpecifications = [
        "SignedInfo", "KeyInfo", "PartInfo", "PayloadInfo", "MessageInfo", "PartyInfo", "CollaborationInfo",
    ]

    /// Files that hold a function which a library's protocol names so.
    private static let foreignVerbs: Set<String> = ["ListenerChannel.swift"]

    static let nameRules = [
        FileRule(
            name: "A type is named for what it is, never Manager, Helper, Util, Impl, Handler, Info or Data",
            applies: { $0.isSwift && !$0.isGenerated },
            offences: { file in
                typeDeclarations(in: file).compactMap { type in
                    let ending = emptySuffixes.first { type.name.hasSuffix($0) }
                    // What conforms to a library's …Handler protocol is one.
                    let isForeign = ending == "Handler" && type.rest.contains("Handler")
                    guard let ending, !isForeign, !namesOfSpecifications.contains(type.name) else { return nil }
                    return Offence(path: file.path, line: type.line, words: "type \(type.name) ends in \(ending)")
                }
            },
            bad: [
                Sample("package struct QueueManager {}"), Sample("  private final class PartnerData: Sendable {"),
                Sample("enum XMLUtils {}"), Sample("typealias ReceiptInfo = Int"), Sample("actor MessageHandler {"),
            ],
            good: [
                Sample("final class HeaderHandler: ChannelInboundHandler {"), Sample("struct SignedInfo {}"),
                Sample("class func infoData() {}"), Sample("// struct QueueManager"), Sample("let helper = \"struct Helper\""),
            ]),
        FileRule(
            name: "A function is not called process or handle",
            applies: { $0.isSwift && !$0.isGenerated && !foreignVerbs.contains($0.name) },
            offences: { file in
                FunctionScanner.functions(in: file.code).filter { isEmptyVerb($0.name) }.map {
                    Offence(path: file.path, line: $0.line, words: "function \($0.name): say what it does")
                }
            },
            bad: [Sample("func process() {}"), Sample("func handleMessage(_ m: Int) {}")],
            good: [Sample("func deliver() {}"), Sample("func handles() {}"), Sample("func processor() {}")]),
        FileRule(
            name: "A file starts with code or its explanation, not with a banner",
            applies: { $0.isSwift },
            offences: { file in
                let start = file.lines.prefix(8).filter { $0.hasPrefix("//") }
                let words = ["Copyright", "SPDX-License", "Licensed under", "Created by", "//===-", "All rights reserved"]
                let hasBanner = start.contains { line in words.contains { line.contains($0) } }
                return hasBanner ? [Offence(path: file.path, line: 1, words: "licence or author banner; LICENSE and git say it")] : []
            },
            bad: [Sample("//===----===//\n// Copyright 2026 X\nimport A"), Sample("//\n//  Created by N. N.\n")],
            good: [Sample("import A\n/// Licensed content is kept apart.\nstruct S {}")]),
    ]

    private static func isEmptyVerb(_ name: String) -> Bool {
        ["process", "handle"].contains { verb in
            guard name.hasPrefix(verb) else { return false }
            return name.dropFirst(verb.count).first?.isUppercase ?? true
        }
    }

    /// The types declared in a file: name, line and what follows the name on that line.
    private static func typeDeclarations(in file: SourceFile) -> [(name: String, line: Int, rest: String)] {
        let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        return file.codeLines.enumerated().compactMap { number, line in
            guard keywords.contains(where: { line.contains($0) }) else { return nil }
            let words = line.split { $0 == " " || $0 == "\t" }
            guard let place = words.firstIndex(where: keywords.contains), place + 1 < words.count else { return nil }
            let name = words[place + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return (String(name), number + 1, words[(place + 1)...].joined(separator: " ").dropFirst(name.count).description)
        }
    }
}
