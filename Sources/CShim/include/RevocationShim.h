// What Signatures needs for revocation from OpenSSL that Swift cannot import: typed stacks, and the steps around an OCSP answer.
#pragma once
#include <openssl/bio.h>
#include <openssl/x509.h>
#include <stdint.h>

// Writes the addresses of the CRL distribution points (`ocsp` 0) or of the OCSP responders (1) of a certificate, one a line. Addresses
// with anything but visible ASCII are left out.
void sluss_x509_revocation_urls(BIO *output, const X509 *certificate, int ocsp);

// The number of a revocation list as big-endian bytes without leading zeros: writes at most `capacity` bytes and returns how many there
// are; -1 when the list has none, -2 when it cannot be read or is longer.
int sluss_crl_number(const X509_CRL *list, unsigned char *bytes, int capacity);

// 1 when the list names only changes to another one (a delta).
int sluss_crl_is_delta(const X509_CRL *list);

// Judges `certificate` by the lists at hand: X509_V_OK, or the error of OpenSSL. The lists' times are the caller's business; their issuer,
// signature and scope are judged here.
int sluss_crl_verdict(X509 *certificate, X509 *issuer, X509_CRL *const *lists, int count);

// The DER of an OCSP request for a certificate with a fresh nonce of 32 bytes, to be freed with OPENSSL_free; its length, or -1.
int sluss_ocsp_request(const X509 *certificate, const X509 *issuer, unsigned char **der);

enum { SLUSS_OCSP_READ, SLUSS_OCSP_MALFORMED, SLUSS_OCSP_UNSUCCESSFUL, SLUSS_OCSP_UNSIGNED, SLUSS_OCSP_WEAK, SLUSS_OCSP_OTHER };

typedef struct {
    int status;           // V_OCSP_CERTSTATUS_GOOD, _REVOKED or _UNKNOWN; for SLUSS_OCSP_UNSUCCESSFUL what the responder said.
    int nonce;            // 1 equal, 0 different, -1 missing in the answer, 2 in neither, 3 in the answer only.
    int64_t this_update;  // Seconds since 1970.
    int64_t next_update;  // The same, 0 when not stated.
} sluss_ocsp_answer;

// Reads an OCSP response about one certificate. Its signature must be the issuer's, or of a responder that the issuer itself appointed
// (OCSPSigning), at the instant `at`. `request` is the DER of what was asked, or NULL. Returns one of the values above.
int sluss_ocsp_read(const unsigned char *der, long length, X509 *certificate, X509 *issuer, const unsigned char *request,
                    long request_length, int64_t at, sluss_ocsp_answer *answer);
