import AS4
import Documents
import Foundation
import Spooling

/// How old a new message may be, and how far ahead its sender's clock: so narrow that the record by which a repetition is known cannot be
/// gone before the message is too old to be taken. Pure.
struct AcceptedAge: Sendable, Equatable {
    /// Nil where records are kept for good and the configuration sets no limit.
    let maximum: Duration?
    let skew: Duration

    init(_ configuration: Configuration) {
        let settings = configuration.messageAge
        skew = settings.clockSkew
        let longest = RetentionPolicy(configuration).map { [skew] in $0.acceptedAge(skew: skew) }
        maximum = [settings.maximumAge, longest].compactMap(\.self).min()
    }

    /// Compares the time of a message that is not known yet with ours.
    ///
    /// - Throws: EBMS:0003 with R020 when it is too old, which stays so; EBMS:0202 with R021 when it lies in the future: one of two clocks is
    ///   wrong, ours perhaps, and the sender is to come again.
    func check(_ message: UserMessage, at time: Date) throws(EBMSError) {
        let age = time.timeIntervalSince(message.timestamp)
        if age < -skew.timeInterval { throw EBMSError(.deliveryFailure, Refusal(GatewayCode.sentInFuture)).about(message.messageID) }
        guard let maximum, age > maximum.timeInterval else { return }
        throw EBMSError(.valueInconsistent, Refusal(GatewayCode.tooOld)).about(message.messageID)
    }
}

extension RetentionPolicy {
    /// The longest `expiry` a configuration allows; a partner's own is unknown to us.
    private static let longestExpiry = Duration.seconds(30 * 86_400)

    /// What a configuration lets go of; nil when nothing.
    init?(_ configuration: Configuration) {
        self.init(configuration.retention, schedules: configuration.agreements.map(\.retry))
    }

    /// The same of one that is being read.
    init?(_ settings: RetentionSettings, schedules: [RetrySchedule]) {
        guard settings.done != nil || settings.cancelled != nil else { return nil }
        let horizon = max(schedules.map(\.horizon).max() ?? .zero, Self.longestExpiry)
        // A repeat must find the record when the message itself is gone.
        self.init(
            doneAge: settings.done, cancelledAge: settings.cancelled, seenAge: (settings.done ?? .zero) + horizon * 2, retryHorizon: horizon
        )
    }
}
