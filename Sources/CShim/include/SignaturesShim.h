// What Signatures needs from OpenSSL that Swift cannot import: typed stacks and compound flag macros.
#pragma once
#include <openssl/bio.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <stdint.h>

// Writes a distinguished name as RFC 2253 does, but with letters outside ASCII as UTF-8. Returns 1, or 0 on failure.
int sluss_x509_name_print(BIO *output, const X509_NAME *name);

// 1 when the extended key usage lists `oid`, 0 when not, -1 when the certificate has no such extension, -2 when unreadable.
int sluss_x509_extended_usage(const X509 *certificate, const char *oid);

// 1 when the subject or a DNS, mail or URI alternative name holds a control character (a NUL among them) or cannot be
// read as text; such names are truncation attempts. 0 otherwise.
int sluss_x509_has_control_character(const X509 *certificate);

// The digest (a NID) of a signature algorithm, 0 when unknown. OBJ_find_sigid_algs takes out pointers both of which matter.
int sluss_signature_digest(int signature_nid);

// Seconds since 1970 of a certificate's time. `struct tm` belongs to whichever module is loaded first, so Swift does not touch it.
// Returns 1, or 0 when the time cannot be read.
int sluss_asn1_time_seconds(const ASN1_TIME *time, int64_t *seconds);
