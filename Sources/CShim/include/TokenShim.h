// Private keys in a PKCS#11 token, through OpenSSL's engine "pkcs11" (Debian: libengine-pkcs11-openssl).
#pragma once
#include <openssl/evp.h>

enum { SLUSS_TOKEN_FOUND, SLUSS_TOKEN_NO_ENGINE, SLUSS_TOKEN_OTHER_MODULE, SLUSS_TOKEN_NO_MODULE, SLUSS_TOKEN_NO_KEY };

// Logs in with the PIN and finds the private key of a PKCS#11 URI (RFC 7512, without query). One module serves the whole process: the first
// that was named; NULL means the engine's own default. Returns one of the values above, and the key when found.
int sluss_token_key(const char *uri, const char *module, const char *pin, EVP_PKEY **key);

// RSA-PSS with a salt as long as the digest, as TLS 1.3 demands; the calls are macros in some versions. Returns 1 on success.
int sluss_pss_parameters(EVP_PKEY_CTX *context);
