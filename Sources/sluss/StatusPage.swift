import Documents
import Foundation
import Gateway

/// `sluss status` for people: one line for each thing, and at the end what needs somebody.
struct StatusPage {
    let report: StatusReport

    var lines: [String] {
        [daemon] + report.spools.flatMap(spool) + [disk] + lanes + weakenings + certificates + revocation + attention
    }

    private var daemon: String {
        let pid = report.pid.map { ", pid \($0)" } ?? ""
        return row(
            local("tjänsten", "daemon"), report.isRunning ? local("igång\(pid)", "running\(pid)") : local("inte igång", "not running"))
    }

    private func spool(_ spool: SpoolStatus) -> [String] {
        let counts = spool.states.map { "\($0.state) \($0.count) (\(local("äldst", "oldest")) \(LocalTime.age($0.oldestSeconds)))" }
        let health = spool.degraded.map { failure in
            row(
                "",
                "\(local("tar inte emot något sedan", "accepts nothing since")) \(LocalTime.text(failure.since)): \(failure.code) \(failure.place)"
            )
        }
        return [row(spool.name, counts.isEmpty ? local("tom", "empty") : counts.joined(separator: ", "))] + (health.map { [$0] } ?? [])
    }

    private var disk: String {
        let free = "\(report.disk.freeBytes >> 20) MiB"
        let inodes = report.disk.freeInodes.map { ", \($0) \(local("inoder", "inodes"))" } ?? ""
        let lock = report.disk.isReadOnly ? local(", skrivskyddad", ", read-only") : ""
        return row(local("disken", "disk"), "\(free)\(inodes) \(local("ledigt", "free"))\(lock)")
    }

    private var lanes: [String] {
        report.closedLanes.map {
            row(
                local("nås inte", "unreachable"),
                "\(Terminal.safe($0.partner)), \(local("nästa försök", "next try")) \(LocalTime.text($0.until))")
        }
    }

    private var weakenings: [String] {
        report.weakenings.map {
            row(local("försvagning", "weakening"), "\($0.name) \(local("till och med", "until")) \($0.until): \(Terminal.safe($0.reason))")
        }
    }

    private var certificates: [String] {
        report.certificates.map {
            row(
                local("certifikat", "certificate"),
                "\($0.use), \($0.daysLeft) \(local("dagar kvar", "days left")) (\(LocalTime.text($0.endsAt)))")
        }
    }

    private var revocation: [String] {
        report.revocation.map { trouble in
            let what = trouble.url ?? [trouble.use, trouble.partner, trouble.name].compactMap { $0 }.joined(separator: ", ")
            let since = trouble.since.map { " \(local("sedan", "since")) \(LocalTime.text($0))" } ?? ""
            let until = trouble.until.map { ", \(local("gäller till", "counts until")) \(LocalTime.text($0))" } ?? ""
            return row(local("spärr", "revocation"), "\(trouble.code)\(since)\(until): \(Terminal.safe(what))")
        }
    }

    private var attention: [String] {
        guard !report.attention.isEmpty else { return [local("Allt är väl.", "All is well.")] }
        return report.attention.flatMap { item in
            ["! \(local(item.messageSv, item.messageEn))", "  \(local("Åtgärd", "Remedy")): \(local(item.remedySv, item.remedyEn))"]
        }
    }

    private func row(_ name: String, _ text: String) -> String { name + String(repeating: " ", count: max(1, 14 - name.count)) + text }
}
