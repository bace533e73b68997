import Documents
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Signatures

/// Reads the errors of sockets, TLS and HTTP and says what they mean to an operator.
enum FailureDiagnosis {
    /// The failure of a connection attempt.
    static func connecting(_ error: any Error, to endpoint: ClientEndpoint) -> TransportFailure {
        let place = endpoint.authority
        switch error {
        case let failure as TransportFailure: return failure
        case let error as NIOConnectionError:
            // Several addresses may have failed, each in its way; the first is the one preferred.
            if let first = error.connectionErrors.first?.error { return connecting(first, to: endpoint) }
            return TransportFailure(.nameNotFound, detail: place)
        case is SocketAddressError: return TransportFailure(.nameNotFound, detail: place)
        case ChannelError.connectTimeout: return TransportFailure(.connectTimeout, detail: place)
        case let error as IOError:
            let detail = "\(place): \(systemWords(error.errnoCode))"
            switch error.errnoCode {
            case ECONNREFUSED: return TransportFailure(.connectionRefused, detail: detail)
            case ETIMEDOUT: return TransportFailure(.connectTimeout, detail: detail)
            default: return TransportFailure(.unreachable, detail: detail)
            }
        default: return TransportFailure(.unreachable, detail: "\(place): \(reason(error))")
        }
    }

    /// The failure of a handshake.
    static func handshake(_ error: any Error, record: VerificationRecord) -> TransportFailure {
        if let failure = error as? TransportFailure { return failure }
        if let refusal = record.refusal {
            let code: TransportCode = refusal.is(TrustCode.revocationUnknown) ? .revocationUnknown : .serverNotTrusted
            return TransportFailure(code, detail: "\(refusal.code) \(refusal.detail ?? "")", cause: refusal)
        }
        let reason = reason(error)
        return TransportFailure(reason.contains("ALERT_") ? .refusedByPeer : .handshakeFailed, detail: reason)
    }

    /// The failure of an exchange after its request was written. `isFirst` tells that nothing had been answered on the connection:
    /// in TLS 1.3 a server judges our certificate when we already believe the handshake done, and an alert about it then proves
    /// that the request was not read.
    static func exchange(_ error: any Error, isFirst: Bool) -> TransportFailure {
        if let failure = error as? TransportFailure { return failure.sent(true) }
        let reason = reason(error)
        if isFirst, handshakeAlerts.contains(where: reason.contains) { return TransportFailure(.refusedByPeer, detail: reason) }
        if let error = error as? HTTPParserError {
            let isLarge = error == .headerOverflow
            return TransportFailure(
                isLarge ? .answerTooLarge : .malformedAnswer, requestWasSent: true, detail: isLarge ? "header" : String(describing: error))
        }
        if error is NIOHTTPDecoderError { return TransportFailure(.malformedAnswer, requestWasSent: true, detail: "unasked answer") }
        return TransportFailure(.connectionLost, requestWasSent: true, detail: reason)
    }

    /// One short technical phrase, without paths of the build machine and without content.
    static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: systemWords(error.errnoCode)
        case let error as NIOSSLError: tlsReason(error)
        case let error as BoringSSLError: tlsReason(error)
        case is ChannelError: "connection closed"
        default: String(describing: type(of: error))
        }
    }

    /// The words of the TLS library for what went wrong.
    static func tlsReason(_ error: any Error) -> String {
        switch error {
        case NIOSSLError.handshakeFailed(let inner), NIOSSLError.shutdownFailed(let inner): return words(of: inner)
        case NIOSSLError.uncleanShutdown: return "closed without TLS close"
        case let inner as BoringSSLError: return words(of: inner)
        case let error as NIOSSLError: return String(describing: error)
        default: return reasonOfOther(error)
        }
    }

    private static let handshakeAlerts = [
        "ALERT_CERTIFICATE_REQUIRED", "ALERT_BAD_CERTIFICATE", "ALERT_UNKNOWN_CA", "ALERT_CERTIFICATE_EXPIRED",
        "ALERT_CERTIFICATE_REVOKED", "ALERT_CERTIFICATE_UNKNOWN", "ALERT_UNSUPPORTED_CERTIFICATE", "ALERT_ACCESS_DENIED",
        "ALERT_HANDSHAKE_FAILURE", "ALERT_DECRYPT_ERROR",
    ]

    private static func reasonOfOther(_ error: any Error) -> String {
        error is IOError || error is ChannelError ? reason(error) : String(describing: type(of: error))
    }

    private static func words(of error: BoringSSLError) -> String {
        switch error {
        case .sslError(let stack), .unknownError(let stack), .invalidSNIName(let stack), .failedToSetALPN(let stack):
            guard let first = stack.first else { return "TLS error" }
            return symbol(in: String(describing: first))
        case .zeroReturn: return "closed by the peer"
        case .syscallError: return "closed without TLS close"
        default: return String(describing: error)
        }
    }

    /// `Error: 268436526 error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION at /path:1` → the symbol alone.
    private static func symbol(in text: String) -> String {
        let beforePath = text.split(separator: " at /").first.map(String.init) ?? text
        guard let colon = beforePath.lastIndex(of: ":") else { return beforePath }
        return beforePath[beforePath.index(after: colon)...].trimmingPrefix { $0 == " " }.description
    }

    private static func systemWords(_ code: CInt) -> String { strerror(code).map { String(cString: $0) } ?? "system error \(code)" }
}
