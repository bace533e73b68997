// What Swift cannot import: macros, variadic functions and mutable globals of the C libraries.
#pragma once
#include <openssl/bio.h>
#include <openssl/x509.h>
#include <zlib.h>
#include "SpoolingShim.h"
#include "SignaturesShim.h"
#include "RevocationShim.h"
#include "TokenShim.h"
#include "DocumentsShim.h"
#include "AS4Shim.h"

// xmlFree is a mutable global function pointer.
void sluss_xml_free(void *pointer);

// BIO_get_mem_data is a macro.
long sluss_bio_mem_data(BIO *bio, char **data);

// sk_X509_* are macros over a generic stack.
int sluss_x509_stack_count(const STACK_OF(X509) *stack);
X509 *sluss_x509_stack_at(const STACK_OF(X509) *stack, int index);
STACK_OF(X509) *sluss_x509_stack_new(void);
int sluss_x509_stack_push(STACK_OF(X509) *stack, X509 *certificate);
void sluss_x509_stack_free(STACK_OF(X509) *stack);  // Frees the stack, not the certificates.

// inflateInit2/deflateInit2 are macros. Window bits 31 means gzip framing.
int sluss_inflate_init_gzip(z_stream *stream);
int sluss_deflate_init_gzip(z_stream *stream, int level, int strategy);

// renameat2 needs _GNU_SOURCE. Returns 0, or -1 with errno; never replaces an existing target.
int sluss_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to);

// Gives back the pages of program and libraries that were touched so far; what is still needed comes back from the page cache, unchanged.
// For a daemon that has finished its start: most of what starting touches is not used again.
void sluss_release_startup_pages(void);
