import CareMessages

extension CaseReport {
    /// The report as one JSON object without line break, byte for byte what ``JSONReport`` makes of it. Whether it is faster in long
    /// lists, its only reason, has not been shown.
    package var json: [UInt8] {
        var object = JSONObjectWriter()
        object.text("first_at", firstAt.map(Timestamps.text))
        object.text("id", id)
        object.text("kind", kind.rawValue)
        object.text("last_at", lastAt.map(Timestamps.text))
        object.number("messages", messages)
        object.texts("missing_links", missingLinks)
        object.object("next_deadline", nextDeadline?.json)
        object.flag("open", open)
        object.texts("partners", partners)
        object.text("payment", payment)
        object.text("phase", phase.rawValue)
        return object.bytes
    }
}

extension DeadlineReport {
    /// The same for a time limit.
    package var json: [UInt8] {
        var object = JSONObjectWriter()
        object.texts("awaiting", awaiting)
        object.text("basis_en", basisEn)
        object.text("basis_sv", basisSv)
        object.text("case_id", caseID)
        object.text("due_at", Timestamps.text(dueAt))
        object.text("ended_at", endedAt.map(Timestamps.text))
        object.text("ended_by", endedBy)
        object.text("kind", kind.rawValue)
        object.text("note_en", noteEn)
        object.text("note_sv", noteSv)
        object.number("remaining_seconds", remainingSeconds)
        object.text("rule", rule)
        object.text("started_by", startedBy)
        object.text("started_by_type", startedByType)
        object.text("status", status.rawValue)
        object.flag("statutory", statutory)
        object.text("title_en", titleEn)
        object.text("title_sv", titleSv)
        object.flag("warned", warned)
        return object.bytes
    }
}
