import AS4
import Foundation
import TestSupport
import Testing

extension Faults {
    /// A partner with valid keys of its own that means no good, against the real program.
    @Suite("Hostile partner", .enabled(if: Tool.arePresent("curl"), "curl is not installed"))
    struct HostilePartnerTests {
        /// What is wrong with a message, and the code it must be answered with.
        private struct Offence: Sendable {
            let name: String
            let verdict: String
            let status: Int
            let prepare: @Sendable (inout HostilePartner, DevelopmentPKI) -> Void

            init(
                _ name: String, _ verdict: String, status: Int = 200,
                _ prepare: @escaping @Sendable (inout HostilePartner, DevelopmentPKI) -> Void
            ) {
                (self.name, self.verdict, self.status, self.prepare) = (name, verdict, status, prepare)
            }
        }

        private static let onTheWire = [
            Offence("another finalRecipient", "EBMS:0010") { partner, _ in
                partner.header = { $0.setCorners(originalSender: "0007:2321009900", finalRecipient: "0007:2120009911") }
            },
            Offence("another originalSender", "EBMS:0010") { partner, _ in
                partner.header = { $0.setCorners(originalSender: "0007:2120009911", finalRecipient: "0007:2120009903") }
            },
            Offence("another From party than the TLS certificate's", "EBMS:0010") { partner, _ in
                partner.header = {
                    $0.from = AS4Party(PartyID("2120009911", type: EBMSName.organisationsnummerType), role: EBMSName.initiator)
                }
            },
            Offence("another To party", "EBMS:0010") { partner, _ in
                partner.header = {
                    $0.to = AS4Party(PartyID("2120009911", type: EBMSName.organisationsnummerType), role: EBMSName.responder)
                }
            },
            Offence("an unknown action", "EBMS:0010") { partner, _ in partner.header = { $0.action = "urn:sluss:samverkan:1:Allt" } },
            Offence("an agreement nobody made", "EBMS:0010") { partner, _ in partner.header = { $0.agreementRef = "ny" } },
            Offence("the AS4 key of another partner", "EBMS:0101") { partner, pki in
                partner.as4 = HostilePartner.own(.neighbour, .as4, pki)
            },
            Offence("an expired AS4 certificate", "EBMS:0101") { partner, pki in partner.as4 = HostilePartner.faulty(.expired, .as4, pki) },
            Offence("an AS4 certificate of false authorities", "EBMS:0101") { partner, pki in
                partner.as4 = HostilePartner.faulty(.wrongAuthority, .as4, pki)
            },
            Offence("a changed payload", "EBMS:0102") { partner, _ in
                partner.wire = { changing($0, after: "octet-stream\r\n", by: 400) }
            },
            Offence("a changed header", "EBMS:0101") { partner, _ in
                partner.wire = { replacing($0, "@hostile.example<", "@changed.example<") }
            },
            Offence("no MIME at all", "EBMS:0007", status: 400) { partner, _ in partner.wire = { _ in Array("hej".utf8) } },
        ]

        private static let inTheMessage = [
            Offence("a business message for somebody else", "EBMS:0004") { partner, _ in
                partner.business = { $0.replacing("2120009903", with: "2120009911").replacing("0319", with: "0382") }
            },
            Offence("a business message without signature", "EBMS:0004") { partner, _ in partner.signing = nil },
            Offence("a business message signed by another partner", "EBMS:0004") { partner, pki in
                partner.signing = HostilePartner.own(.neighbour, .signing, pki)
            },
            Offence("a business message signed with an expired certificate", "EBMS:0004") { partner, pki in
                partner.signing = HostilePartner.faulty(.expired, .signing, pki)
            },
            Offence("a business message changed after signing", "EBMS:0004") { partner, _ in
                partner.signed = { replacing($0, "Observation", "observation") }
            },
            Offence("a business message against the law", "EBMS:0004") { partner, _ in
                partner.business = { $0.replacing("<sam:Vardform>HSL<", with: "<sam:Vardform>XYZ<") }
            },
            Offence("a stolen business message under a partner's own name", "EBMS:0004") { partner, pki in
                partner.tls = HostilePartner.own(.neighbour, .tls, pki)
                partner.as4 = HostilePartner.own(.neighbour, .as4, pki)
                partner.header = {
                    $0.from = AS4Party(PartyID("2120009911", type: EBMSName.organisationsnummerType), role: EBMSName.initiator)
                    $0.setCorners(originalSender: "0007:2120009911", finalRecipient: "0007:2120009903")
                }
            },
        ]

        private func open() async throws -> (exchange: Exchange, port: Int, pki: DevelopmentPKI) {
            var port = 0
            let exchange = try Exchange("hostile") { pair in
                port = pair.region.partners[0].port
                pair.kommun.partners.append(.init(.neighbour, port: try FreePort.next()))
            }
            try await exchange.kommun.start()
            return (exchange, port, try .shared())
        }

        @Test("Every message that is not what it should be is refused with its code and leaves nothing in the house")
        func offences() async throws {
            let (exchange, port, pki) = try await open()
            for offence in Self.onTheWire + Self.inTheMessage {
                var partner = HostilePartner(pki)
                offence.prepare(&partner, pki)
                let answer = try await partner.post(try partner.entity(), to: port, in: exchange.folder)
                #expect(
                    answer.verdict == offence.verdict && answer.status == offence.status,
                    "\(offence.name): \(answer.status) \(answer.text.suffix(400)) \(answer.errors)")
                #expect(exchange.kommun.handedOverCount == 0, "\(offence.name)")
            }
            for state in ["incoming", "ready", "done", "held", "corrupt"] {
                #expect(exchange.kommun.messages("inbound", state).isEmpty, "\(state)")
            }
            let refused = exchange.kommun.logText.components(separatedBy: "\"event\":\"message refused\"").count - 1
            #expect(refused == Self.onTheWire.count + Self.inTheMessage.count)
            print("hostile partner: \(refused) messages refused, each with its code")

            // The same partner with nothing bent is heard, so the refusals were for their reasons.
            let honest = HostilePartner(pki)
            #expect(try await honest.post(try honest.entity(), to: port, in: exchange.folder).verdict == "receipt")
            #expect(try await eventually { exchange.kommun.handedOverCount == 1 })
            try await exchange.kommun.stop()
            #expect(try Self.recorded(exchange.kommun) == refused)
        }

        /// How many refusals the audit trail tells of, in lines of their own and in counts.
        private static func recorded(_ station: Station) throws -> Int {
            let text = try String(contentsOfFile: station.folder + "/audit.jsonl", encoding: .utf8)
            let counted = text.matches(of: /"codes":"([^"]*)"/).flatMap { $0.1.split(separator: " ") }
            return text.matches(of: /"act":"refuse_message"/).count
                + counted.reduce(0) { $0 + (Int($1.split(separator: "=").last ?? "") ?? 0) }
        }

        @Test("Ten messages a minute that cannot be decrypted make the partner wait: 503 with its code, and an alarm in the log")
        func undecryptable() async throws {
            let (exchange, port, pki) = try await open()
            var partner = HostilePartner(pki)
            partner.wire = { Self.changing($0, after: "octet-stream\r\n", by: 400) }
            let entity = try partner.entity()
            for _ in 0..<10 { #expect(try await partner.post(entity, to: port, in: exchange.folder).verdict == "EBMS:0102") }
            #expect(exchange.kommun.logText.contains("the partner has to wait"))
            let honest = HostilePartner(pki)
            let answer = try await honest.post(try honest.entity(), to: port, in: exchange.folder)
            #expect(answer.status == 503 && answer.text.hasPrefix("G127") && answer.verdict == "none")
            #expect(exchange.kommun.handedOverCount == 0)
            try await exchange.kommun.stop()
        }

        @Test("Replayed bytes get the first receipt again, byte for byte, and one copy is handed over, also after a restart")
        func replay() async throws {
            let (exchange, port, pki) = try await open()
            let partner = HostilePartner(pki)
            let entity = try partner.entity()
            let first = try await partner.post(entity, to: port, in: exchange.folder)
            #expect(first.isReceipt && first.status == 200)
            for _ in 0..<5 { #expect(try await partner.post(entity, to: port, in: exchange.folder).body == first.body) }
            // All at once: none may slip in beside another.
            try await withThrowingTaskGroup(of: Bool.self) { group in
                let fresh = try partner.entity()
                for _ in 0..<8 { group.addTask { try await HostilePartner(pki).post(fresh, to: port, in: exchange.folder).isReceipt } }
                for try await isReceipt in group { #expect(isReceipt) }
            }
            try await exchange.kommun.kill()
            try await exchange.kommun.start()
            #expect(try await partner.post(entity, to: port, in: exchange.folder).body == first.body)
            #expect(try await eventually { exchange.kommun.handedOverCount == 2 })
            try await Task.sleep(for: .milliseconds(300))
            #expect(exchange.kommun.handedOverCount == 2)
            try await exchange.kommun.stop()
        }

        private static func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
            var bytes = bytes
            let (old, new) = (Array(old.utf8), Array(new.utf8))
            var place = 0
            while place + old.count <= bytes.count {
                if bytes[place..<(place + old.count)].elementsEqual(old) {
                    bytes.replaceSubrange(place..<(place + old.count), with: new)
                    place += new.count
                } else {
                    place += 1
                }
            }
            return bytes
        }

        /// Flips one bit a little behind the last place of a text.
        private static func changing(_ bytes: [UInt8], after text: String, by distance: Int) -> [UInt8] {
            var bytes = bytes
            let pattern = Array(text.utf8)
            guard let place = (0..<(bytes.count - pattern.count)).last(where: { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) })
            else {
                return bytes
            }
            bytes[place + distance] ^= 1
            return bytes
        }
    }
}
