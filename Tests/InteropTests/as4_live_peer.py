#!/usr/bin/env python3
"""A live AS4 access point made of the PyPI library `as4` 0.2.0 (Apache-2.0), over mutual TLS, for the interop tests.

  as4_live_peer.py serve CERTS OWN PARTNER PORT FOLDER   a kommun that receives: payloads to FOLDER, one line of words for each message
  as4_live_peer.py send  CERTS OWN PARTNER URL PAYLOAD   a region that sends PAYLOAD; prints the judgement of the answer
  as4_live_peer.py flood CERTS OWN PARTNER URL FOLDER    a region that sends each file of FOLDER until its receipt comes, and prints counts

CERTS is a folder of Certs/development-ca.sh; OWN and PARTNER are LABEL:ORGANISATIONSNUMMER.

What is adapted, and why: the library knows the Peppol profile. Party types, service, action and corners are those of Sluss, and the payload is the
document itself, not one wrapped in an SBDH. Header, compression, encryption, MIME, signature, digests, receipt and errors are the library's work.
"""
import concurrent.futures
import gzip
import hashlib
import http.client
import http.server
import os
import ssl
import sys
import threading
import time
import urllib.parse
from datetime import UTC, datetime

from as4 import (
    AS4BaseCredentials, AS4ExternalParty, AS4InternalCredentials, AS4InternalParty, AS4LocalPrivateKey, AS4PartyIdentity,
    AS4ReceivingExchange, AS4References, SecurityPolicy, pinned_certificates,
)
from as4.core.message import AS4Message
from as4.models.common import NAMESPACES
from as4.models.ebms.message_info import MessageId, MessageInfo, Timestamp
from as4.models.ebms.user_message import (
    Action, CollaborationInfo, ConversationId, MessageProperties, PartInfo, PartProperties, PartyInfo, PayloadInfo, Property, Service,
    UserMessage,
)
from as4.profiles.peppol.message import PeppolAS4Message
from as4.profiles.peppol.profile import PeppolAS4Profile
from as4.profiles.peppol.receipt import PeppolAS4Receipt
from as4.utils.cipher_handler import CipherHandler
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

PARTY_TYPE = "urn:oasis:names:tc:ebcore:partyid-type:iso6523:0007"
SERVICE = "urn:sluss:samverkan:1"
ACTION = SERVICE + ":Inskrivningsmeddelande"


received_lock = threading.Lock()


class Arguments:
    namespace_map = NAMESPACES

    def __init__(self, sender, recipient):
        self.sender, self.recipient = sender, recipient


class Message(PeppolAS4Message):
    @classmethod
    def process_sbdh(cls, fields, parse_context):
        return fields

    @classmethod
    def get_user_message(cls, local_party, remote_party, builder_args, references):
        def corner(name, number):
            return Property(name=name, property_type="iso6523-actorid-upis", value=f"0007:{number}")

        part = PartProperties(properties=[
            Property(name="MimeType", value="application/xml"), Property(name="CompressionType", value="application/gzip"),
        ])
        return UserMessage(
            message_info=MessageInfo(timestamp=Timestamp(value=datetime.now(UTC)), message_id=MessageId(value=references.message_id)),
            party_info=PartyInfo(party_to=remote_party.identity.to_party_to(), party_from=local_party.identity.to_party_from()),
            collaboration_info=CollaborationInfo(
                agreement_ref=None, service=Service(value=SERVICE), action=Action(value=ACTION),
                conversation_id=ConversationId(value=references.conversation_id)),
            message_properties=MessageProperties(properties=[
                corner("originalSender", builder_args.sender), corner("finalRecipient", builder_args.recipient),
            ]),
            payload_info=PayloadInfo(part_info=[
                PartInfo(href=f"cid:{part_id}", part_properties=part) for part_id in references.attachment_id_encrypted_data_id_map
            ]))

    @classmethod
    def build_message(cls, payload, *, local_party, remote_party, builder_args, references):
        compressed = gzip.compress(payload)
        session_key, encrypted = CipherHandler.encrypt_payload(compressed)
        oaep = padding.OAEP(mgf=padding.MGF1(algorithm=hashes.SHA256()), algorithm=hashes.SHA256(), label=b"")
        wrapped = remote_party.credentials.rsa_public_key.encrypt(session_key, oaep)
        part_id, _ = references.encrypted_data_attachment_mapping()
        envelope = cls.get_soap_envelope(
            local_party, remote_party, builder_args, references, wrapped, compressed_payloads={part_id: compressed})
        return cls(
            soap_envelope=envelope, message_id=references.message_id, messaging_id=references.messaging_id,
            mime_attachments={part_id: encrypted}, decrypted_data={part_id: payload})


class Profile(PeppolAS4Profile):
    @classmethod
    def get_profile_name(cls):
        return "sluss-live-peer"

    @classmethod
    def message_class(cls):
        return Message


class Party:
    def __init__(self, certificates, text):
        self.label, self.number = text.split(":")
        self.certificates = certificates

    def file(self, name):
        return f"{self.certificates}/{self.label}/{name}"

    def certificate(self):
        with open(self.file("as4.pem"), "rb") as file:
            return x509.load_pem_x509_certificate(file.read())

    def identity(self):
        return AS4PartyIdentity(party_id=self.number, party_type=PARTY_TYPE)

    def internal(self):
        with open(self.file("as4.key"), "rb") as file:
            key = serialization.load_pem_private_key(file.read(), None)
        credentials = AS4InternalCredentials(certificate=self.certificate(), private_key=AS4LocalPrivateKey(key))
        return AS4InternalParty(identity=self.identity(), credentials=credentials)

    def external(self):
        return AS4ExternalParty(identity=self.identity(), credentials=AS4BaseCredentials(certificate=self.certificate()))

    def context(self, purpose):
        context = ssl.create_default_context(purpose, cafile=f"{self.certificates}/ca/tls-root.pem")
        context.load_cert_chain(self.file("tls.pem"), self.file("tls.key"))
        context.verify_mode = ssl.CERT_REQUIRED
        return context


def serve(own, partner, port, folder):
    class Receiver(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *words):
            pass

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            exchange = AS4ReceivingExchange[Message, PeppolAS4Receipt, object](profile=Profile, local_party=own.internal())
            policy_of_ours = SecurityPolicy(
                signer_resolver=pinned_certificates(partner.certificate()), encrypt_required=True, verify_participants=False)
            exchange.receive({"Content-Type": self.headers["Content-Type"]}, body, security_policy=policy_of_ours)
            headers, signal = exchange.build_signal()
            if exchange.successful:
                (content,) = exchange.message.decrypted_data.values()
                # Named by content, so that a message delivered twice under two MessageIds would show.
                with open(f"{folder}/{hashlib.sha256(content).hexdigest()}.xml", "wb") as file:
                    file.write(content)
                with received_lock, open(f"{folder}/received.txt", "a") as file:
                    file.write(f"{exchange.message_id}\n")
            print(exchange.state, exchange.message_id, exchange.errors, flush=True)
            self.send_response(200)
            for name, value in headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(signal)))
            self.end_headers()
            self.wfile.write(signal)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver)
    server.socket = own.context(ssl.Purpose.CLIENT_AUTH).wrap_socket(server.socket, server_side=True)
    print("listening", flush=True)
    server.serve_forever()


def post(own, url, headers, body):
    place = urllib.parse.urlsplit(url)
    connection = http.client.HTTPSConnection(place.hostname, place.port, context=own.context(ssl.Purpose.SERVER_AUTH), timeout=20)
    connection.request("POST", place.path, body, {name: value for name, value in headers.items() if name != "Message-ID"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def judge(signal, message, partner):
    receipt = PeppolAS4Receipt.parse(signal, partner.certificate())
    if receipt.error is not None:
        return f"error {receipt.error.error_code} about {receipt.original_message_id}"
    receipt.verify_non_repudiation(message.signed_references)
    return f"receipt for {receipt.original_message_id}"


def build(content, own, partner):
    return Message.build_message(
        content, local_party=own.internal(), remote_party=partner.external(), builder_args=Arguments(own.number, partner.number),
        references=AS4References())


def flood(own, partner, url, folder):
    """Each file as one message, the same bytes again until a receipt comes: what a lost answer demands of a sender."""
    def deliver(name):
        with open(f"{folder}/{name}", "rb") as file:
            message = build(file.read(), own, partner)
        body, boundary = message.get_request_data()
        headers = message.get_http_headers(boundary)
        for attempt in range(1, 60):
            try:
                status, signal = post(own, url, headers, body)
                return attempt, judge(signal, message, partner)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
        return attempt, "given up"

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = list(pool.map(deliver, sorted(os.listdir(folder))))
    receipts = sum(words.startswith("receipt") for _, words in results)
    others = sorted({words for _, words in results if not words.startswith("receipt")})
    print(f"receipts {receipts} attempts {sum(count for count, _ in results)} others {others[:3]}", flush=True)


def send(own, partner, url, payload):
    with open(payload, "rb") as file:
        content = file.read()
    message = build(content, own, partner)
    body, boundary = message.get_request_data()
    headers = message.get_http_headers(boundary)
    for name, bytes_to_send in [("first", body), ("again", body), ("tampered", body.replace(b"0007:" + own.number.encode(), b"0007:2120009911"))]:
        status, signal = post(own, url, headers, bytes_to_send)
        print(name, status, judge(signal, message, partner), flush=True)
    print("sent", message.message_id, flush=True)


if __name__ == "__main__":
    verb, certificates, own, partner = sys.argv[1:5]
    own, partner = Party(certificates, own), Party(certificates, partner)
    if verb == "flood":
        flood(own, partner, sys.argv[5], sys.argv[6])
    elif verb == "serve":
        os.makedirs(sys.argv[6], exist_ok=True)
        serve(own, partner, int(sys.argv[5]), sys.argv[6])
    else:
        send(own, partner, sys.argv[5], sys.argv[6])
