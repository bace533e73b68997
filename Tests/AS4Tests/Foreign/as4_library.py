#!/usr/bin/env python3
"""A live AS4 counterpart for tests: the PyPI library `as4` (0.2.0, Apache-2.0) in the four-corner profile, with encryption or without.

The library's one ready profile is Peppol, which always encrypts and wraps content in an SBDH. Everything about messages, signatures,
digests, receipts and errors here is the library's; what this file changes is named beside each override.

  as4_library.py serve  PROFILE FOLDER [PORT]     answer POSTs on 127.0.0.1; prints "listening PORT"; payloads go to FOLDER
  as4_library.py send   PROFILE URL PAYLOAD       send one message, judge the answer, print the result as JSON
  as4_library.py build  PROFILE PAYLOAD OUT       write a message with its HTTP header, and OUT.exchange to judge the answer by
  as4_library.py judge  PROFILE EXCHANGE SIGNAL   judge an answer to a message that was built, print the result as JSON
  as4_library.py answer PROFILE REQUEST OUT       write the answer to a captured request, print the result as JSON

PROFILE is a JSON file: own and peer {party, certificate, key (own only), participant}, party_type, participant_type, service,
service_type, action, agreement (may be null), encrypted (false when absent); for TLS in serve and send also tls {certificate, key, authority}.
"""
import datetime
import gzip
import http.server
import json
import os
import ssl
import sys
import urllib.error
import urllib.request

from as4 import (
    AS4BaseCredentials, AS4ExternalParty, AS4InternalCredentials, AS4InternalParty, AS4LocalPrivateKey, AS4PartyIdentity,
    AS4ReceivingExchange, AS4SendingExchange, SecurityPolicy, pinned_certificates,
)
from as4.models.common import NAMESPACES
from as4.models.ebms.message_info import MessageId, MessageInfo, Timestamp
from as4.models.ebms.user_message import (
    Action, AgreementRef, CollaborationInfo, ConversationId, MessageProperties, PartInfo, PartProperties, PartyInfo, PayloadInfo,
    Property, Service, UserMessage,
)
from as4.models.soap.envelope import Body, Envelope
from as4.models.soap.header import Header
from as4.models.wsse.security import Security
from as4.profiles.peppol.message import PeppolAS4Message
from as4.profiles.peppol.profile import PeppolAS4Profile
from as4.profiles.peppol.receipt import PeppolAS4Receipt
from as4.utils.cipher_handler import CipherHandler
from as4.utils.mime_handler import MIMEHandler
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

PROFILE = {}


class BuilderArguments:
    """Only the namespaces are asked of it where SignedInfo is written."""

    namespace_map = NAMESPACES


class PlainMessage(PeppolAS4Message):
    """A message of the four-corner profile, signed and compressed, encrypted when the profile says so."""

    @classmethod
    def process_sbdh(cls, fields, parse_context):
        """Peppol looks for an SBDH in the payload; this profile has none."""
        return fields

    @classmethod
    def get_decrypted_data(cls, parse_context, security, mime_attachments):
        """The library checks and unpacks decrypted parts only. A part that was never encrypted is its own plain text."""
        if security.encrypted_key is None and not security.encrypted_data:
            return dict(mime_attachments)
        return super().get_decrypted_data(parse_context, security, mime_attachments)

    @classmethod
    def get_user_message(cls, local_party, remote_party, builder_args, references):
        """The values of the agreement instead of Peppol's."""
        corners = [("originalSender", PROFILE["own"]), ("finalRecipient", PROFILE["peer"])]
        part = [("MimeType", "text/xml"), ("CharacterSet", "utf-8"), ("CompressionType", "application/gzip")]
        agreement = PROFILE.get("agreement")
        return UserMessage(
            message_info=MessageInfo(
                timestamp=Timestamp(value=datetime.datetime.now(datetime.UTC)), message_id=MessageId(value=references.message_id)),
            party_info=PartyInfo(party_from=local_party.identity.to_party_from(), party_to=remote_party.identity.to_party_to()),
            collaboration_info=CollaborationInfo(
                agreement_ref=AgreementRef(value=agreement) if agreement else None,
                service=Service(value=PROFILE["service"], type_value=PROFILE["service_type"]), action=Action(value=PROFILE["action"]),
                conversation_id=ConversationId(value=references.conversation_id)),
            message_properties=MessageProperties(properties=[
                Property(name=name, value=side["participant"], property_type=PROFILE["participant_type"]) for name, side in corners]),
            payload_info=PayloadInfo(part_info=[
                PartInfo(
                    href=f"cid:{identifier}",
                    part_properties=PartProperties(properties=[Property(name=name, value=value) for name, value in part]))
                for identifier in references.attachment_id_encrypted_data_id_map]))

    @classmethod
    def build_message(cls, payload, *, local_party, remote_party, builder_args, references):
        """The library's steps without SBDH; without session key, EncryptedKey and EncryptedData where nothing is encrypted."""
        compressed = gzip.compress(payload, mtime=0)
        identifier, _ = references.encrypted_data_attachment_mapping()
        if PROFILE.get("encrypted"):
            session_key, part = CipherHandler.encrypt_payload(compressed)
            oaep = padding.OAEP(mgf=padding.MGF1(algorithm=hashes.SHA256()), algorithm=hashes.SHA256(), label=b"")
            envelope = cls.get_soap_envelope(
                local_party, remote_party, BuilderArguments, references, remote_party.credentials.rsa_public_key.encrypt(session_key, oaep),
                compressed_payloads={identifier: compressed})
            return cls(
                soap_envelope=envelope, message_id=references.message_id, messaging_id=references.messaging_id,
                mime_attachments={identifier: part}, decrypted_data={identifier: payload})
        messaging = cls.get_messaging(references, cls.get_user_message(local_party, remote_party, builder_args, references))
        body = Body(body_id=references.body_id)
        signed_info = cls.get_signed_info(references, messaging, body, {identifier: compressed})
        signature = cls.get_signature(local_party, BuilderArguments, references, signed_info)
        security = Security(
            binary_security_tokens=[cls.get_local_binary_security_token(local_party, references)], signature=signature)
        return cls(
            soap_envelope=Envelope(header=Header(security=security, messaging=messaging), body=body), message_id=references.message_id,
            messaging_id=references.messaging_id, mime_attachments={identifier: compressed}, decrypted_data={identifier: payload})


class PlainProfile(PeppolAS4Profile):
    @classmethod
    def get_profile_name(cls):
        return "four-corner-plain"

    @classmethod
    def message_class(cls):
        return PlainMessage

    @classmethod
    def unpack_message(cls, payload):
        """The library takes a payload part of type application/octet-stream only; unencrypted ones are application/gzip."""
        entity = MIMEHandler.parser.parsebytes(payload)
        soap, *parts = list(entity.iter_parts()) if entity.is_multipart() else [entity]
        return soap.get_payload(decode=True), {MIMEHandler.get_content_id(part): part.get_payload(decode=True) for part in parts}

    @classmethod
    def build_message(cls, payload, *, local_party, remote_party, builder_args, references=None):
        """The library's names PeppolAS4Message here instead of asking message_class."""
        return PlainMessage.build_message(
            payload, local_party=local_party, remote_party=remote_party, builder_args=builder_args, references=references)


def certificate(side):
    with open(side["certificate"], "rb") as file:
        return x509.load_pem_x509_certificate(file.read())


def identity(side):
    return AS4PartyIdentity(party_id=side["party"], party_type=PROFILE["party_type"])


def own_party():
    with open(PROFILE["own"]["key"], "rb") as file:
        key = serialization.load_pem_private_key(file.read(), None)
    credentials = AS4InternalCredentials(certificate=certificate(PROFILE["own"]), private_key=AS4LocalPrivateKey(key))
    return AS4InternalParty(identity=identity(PROFILE["own"]), credentials=credentials)


def peer_party():
    return AS4ExternalParty(identity=identity(PROFILE["peer"]), credentials=AS4BaseCredentials(certificate=certificate(PROFILE["peer"])))


def sending():
    return AS4SendingExchange[PlainMessage, PeppolAS4Receipt, object](profile=PlainProfile, local_party=own_party(), remote_party=peer_party())


def receive(headers, body):
    """Judges a request and answers with (result, headers, signal)."""
    exchange = AS4ReceivingExchange[PlainMessage, PeppolAS4Receipt, object](profile=PlainProfile, local_party=own_party())
    # Signature and full coverage are demanded as by default; encryption where the profile has it.
    policy = SecurityPolicy(encrypt_required=bool(PROFILE.get("encrypted")), signer_resolver=pinned_certificates(certificate(PROFILE["peer"])))
    exchange.receive(headers, body, security_policy=policy)
    answer_headers, signal = exchange.build_signal()
    payloads = list(exchange.message.decrypted_data.values()) if exchange.successful else []
    result = {
        "state": str(exchange.state), "message_id": exchange.message_id, "errors": [error.error_code for error in exchange.errors],
        "payloads": [payload.decode("utf-8", "replace") for payload in payloads]}
    return result, answer_headers, signal, payloads


def verdict(exchange, signal):
    """Judges an answer to what was sent."""
    try:
        exchange.receive_signal(signal)
        problem = None
    except Exception as error:  # whatever the library says against it is the result
        problem = f"{type(error).__name__}: {error}"
    return {
        "state": str(exchange.state), "message_id": exchange.message_id, "problem": problem,
        "errors": [[error.error_code, error.error_detail.value if error.error_detail else None] for error in exchange.errors]}


def build(payload, out):
    exchange = sending()
    headers, body = exchange.build(payload, None)
    with open(out, "wb") as file:
        file.write("".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode() + b"\r\n" + body)
    with open(out + ".exchange", "w", encoding="utf-8") as file:
        file.write(exchange.model_dump_json())
    return {"message_id": exchange.message_id}


def split(raw):
    head, body = raw.split(b"\r\n\r\n", 1)
    return dict(line.split(": ", 1) for line in head.decode().split("\r\n")), body


def tls_context(purpose):
    if "tls" not in PROFILE:
        return None
    context = ssl.create_default_context(purpose, cafile=PROFILE["tls"]["authority"])
    context.load_cert_chain(PROFILE["tls"]["certificate"], PROFILE["tls"]["key"])
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def send(url, payload):
    exchange = sending()
    headers, body = exchange.build(payload, None)
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30, context=tls_context(ssl.Purpose.SERVER_AUTH)) as response:
            status, signal = response.status, response.read()
    except urllib.error.HTTPError as error:
        status, signal = error.code, error.read()
    return {"status": status, **verdict(exchange, signal)}


def serve(folder, port):
    os.makedirs(folder, exist_ok=True)
    count = 0

    class Endpoint(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def body(self):
            if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            chunks = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        def do_POST(self):
            nonlocal count
            try:
                result, headers, signal, payloads = receive({"Content-Type": self.headers["Content-Type"]}, self.body())
                status = 200
            except Exception as error:  # a request the library cannot even refuse
                result, headers, signal, payloads, status = {"problem": f"{type(error).__name__}: {error}"}, {}, b"", [], 500
            for payload in payloads:
                count += 1
                with open(os.path.join(folder, f"{count:06}.xml"), "wb") as file:
                    file.write(payload)
            print(json.dumps({key: value for key, value in result.items() if key != "payloads"}), flush=True)
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(signal)))
            self.end_headers()
            self.wfile.write(signal)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Endpoint)
    context = tls_context(ssl.Purpose.CLIENT_AUTH)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(f"listening {server.server_address[1]}", flush=True)
    server.serve_forever()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main(command, profile, *arguments):
    PROFILE.update(json.loads(read(profile)))
    if command == "serve":
        return serve(arguments[0], int(arguments[1]) if len(arguments) > 1 else 0)
    if command == "send":
        result = send(arguments[0], read(arguments[1]))
    elif command == "build":
        result = build(read(arguments[0]), arguments[1])
    elif command == "judge":
        exchange = AS4SendingExchange[PlainMessage, PeppolAS4Receipt, object].restore(read(arguments[0]).decode(), own_party())
        result = verdict(exchange, read(arguments[1]))
    elif command == "answer":
        result, _, signal, _ = receive(*split(read(arguments[0])))
        with open(arguments[1], "wb") as file:
            file.write(signal)
    else:
        raise SystemExit(__doc__)
    print(json.dumps(result))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
