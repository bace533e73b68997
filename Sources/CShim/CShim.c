#define _GNU_SOURCE
#include "CShim.h"
#include <libxml/globals.h>
#include <stdio.h>

void sluss_xml_free(void *pointer) { xmlFree(pointer); }
long sluss_bio_mem_data(BIO *bio, char **data) { return BIO_get_mem_data(bio, data); }
int sluss_x509_stack_count(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }
X509 *sluss_x509_stack_at(const STACK_OF(X509) *stack, int index) { return sk_X509_value(stack, index); }
STACK_OF(X509) *sluss_x509_stack_new(void) { return sk_X509_new_null(); }
int sluss_x509_stack_push(STACK_OF(X509) *stack, X509 *certificate) { return sk_X509_push(stack, certificate); }
void sluss_x509_stack_free(STACK_OF(X509) *stack) { sk_X509_free(stack); }
int sluss_inflate_init_gzip(z_stream *stream) { return inflateInit2(stream, 31); }
int sluss_deflate_init_gzip(z_stream *stream, int level, int strategy) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, strategy);
}
int sluss_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
    return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}
