/// State codes of the schemas that the time limits tell apart.
enum StateCode {
    /// M13: the patient died.
    static let deceased = "AVLIDEN"
    /// M13: the patient was moved within sluten vård.
    static let moved = "FLYTTAD"
    /// M11: only applied for.
    static let appliedFor = "ANSOKT"
    /// M11: the decision has ended.
    static let ended = "UPPHORT"
    /// M15: words after which no statement will come.
    static let noExamination: Set<String> = ["AVBOJD_AV_BARN", "FEL_MOTTAGARE"]
    /// M20: a placement begins.
    static let placementStart = "START"
    /// M23: a person or a role has seen the message.
    static let businessReceipt = "VERKSAMHET"
}
