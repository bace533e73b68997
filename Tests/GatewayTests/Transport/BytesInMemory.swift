import AS4
import Foundation

@testable import Gateway

/// Small bodies as the tests write and read them.
extension PartnerClient {
    func post(contentType: String, body: [UInt8], timeout: Duration) async throws(TransportFailure) -> HTTPAnswer {
        try await post(contentType: contentType, body: MemorySource(body), timeout: timeout)
    }
}

extension ReceivedRequest {
    var bytes: [UInt8] { (try? body.bytes()) ?? [] }
}

extension StreamedEntity {
    /// The same entity in memory.
    var whole: AS4Entity { AS4Entity(contentType: contentType, body: (try? body.bytes()) ?? []) }
}

extension InboundPipeline {
    func receive(_ entity: AS4Entity, from partner: String, at time: Date = Date()) -> InboundAnswer {
        receive(StreamedEntity(entity), from: partner, at: time)
    }
}
