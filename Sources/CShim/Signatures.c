#define _DEFAULT_SOURCE
#include "SignaturesShim.h"
#include <openssl/asn1.h>
#include <openssl/crypto.h>
#include <openssl/objects.h>
#include <time.h>

int sluss_x509_name_print(BIO *output, const X509_NAME *name) {
    unsigned long flags = XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
    return X509_NAME_print_ex(output, name, 0, flags) >= 0;
}

int sluss_x509_extended_usage(const X509 *certificate, const char *oid) {
    int critical = 0;
    EXTENDED_KEY_USAGE *usages = X509_get_ext_d2i(certificate, NID_ext_key_usage, &critical, NULL);
    if (usages == NULL) return critical == -1 ? -1 : -2;
    ASN1_OBJECT *wanted = OBJ_txt2obj(oid, 1);
    int found = 0;
    for (int index = 0; wanted != NULL && index < sk_ASN1_OBJECT_num(usages); index++) {
        if (OBJ_cmp(sk_ASN1_OBJECT_value(usages, index), wanted) == 0) found = 1;
    }
    ASN1_OBJECT_free(wanted);
    EXTENDED_KEY_USAGE_free(usages);
    return found;
}

static int has_control(const unsigned char *text, int length) {
    for (int index = 0; index < length; index++) {
        if (text[index] < 0x20 || text[index] == 0x7f) return 1;
    }
    return 0;
}

static int subject_has_control(const X509 *certificate) {
    const X509_NAME *subject = X509_get_subject_name(certificate);
    for (int index = 0; index < X509_NAME_entry_count(subject); index++) {
        unsigned char *text = NULL;
        int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
        if (length < 0) return 1;
        int found = has_control(text, length);
        OPENSSL_free(text);
        if (found) return 1;
    }
    return 0;
}

int sluss_x509_has_control_character(const X509 *certificate) {
    if (subject_has_control(certificate)) return 1;
    int critical = 0;
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, &critical, NULL);
    if (names == NULL) return critical == -1 ? 0 : 1;
    int found = 0;
    for (int index = 0; index < sk_GENERAL_NAME_num(names); index++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
        if (name->type != GEN_DNS && name->type != GEN_EMAIL && name->type != GEN_URI) continue;
        if (has_control(ASN1_STRING_get0_data(name->d.ia5), ASN1_STRING_length(name->d.ia5))) found = 1;
    }
    GENERAL_NAMES_free(names);
    return found;
}

int sluss_signature_digest(int signature_nid) {
    int digest = 0, key = 0;
    return OBJ_find_sigid_algs(signature_nid, &digest, &key) ? digest : 0;
}

int sluss_asn1_time_seconds(const ASN1_TIME *time, int64_t *seconds) {
    struct tm parts;
    if (ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    *seconds = timegm(&parts);
    return 1;
}
