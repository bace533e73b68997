#include "RevocationShim.h"
#include "SignaturesShim.h"
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ocsp.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

static void write_line(BIO *output, const unsigned char *text, int length) {
    if (length <= 0 || length > 2000) return;
    for (int index = 0; index < length; index++) {
        if (text[index] <= 0x20 || text[index] >= 0x7f) return;
    }
    BIO_write(output, text, length);
    BIO_write(output, "\n", 1);
}

static void write_distribution_points(BIO *output, const X509 *certificate) {
    CRL_DIST_POINTS *points = X509_get_ext_d2i(certificate, NID_crl_distribution_points, NULL, NULL);
    for (int index = 0; index < sk_DIST_POINT_num(points); index++) {
        const DIST_POINT *point = sk_DIST_POINT_value(points, index);
        if (point->distpoint == NULL || point->distpoint->type != 0) continue;
        const GENERAL_NAMES *names = point->distpoint->name.fullname;
        for (int inner = 0; inner < sk_GENERAL_NAME_num(names); inner++) {
            const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, inner);
            if (name->type != GEN_URI) continue;
            write_line(output, ASN1_STRING_get0_data(name->d.ia5), ASN1_STRING_length(name->d.ia5));
        }
    }
    CRL_DIST_POINTS_free(points);
}

static void write_responders(BIO *output, const X509 *certificate) {
    AUTHORITY_INFO_ACCESS *places = X509_get_ext_d2i(certificate, NID_info_access, NULL, NULL);
    for (int index = 0; index < sk_ACCESS_DESCRIPTION_num(places); index++) {
        const ACCESS_DESCRIPTION *place = sk_ACCESS_DESCRIPTION_value(places, index);
        if (OBJ_obj2nid(place->method) != NID_ad_OCSP || place->location->type != GEN_URI) continue;
        const ASN1_IA5STRING *text = place->location->d.ia5;
        write_line(output, ASN1_STRING_get0_data(text), ASN1_STRING_length(text));
    }
    AUTHORITY_INFO_ACCESS_free(places);
}

void sluss_x509_revocation_urls(BIO *output, const X509 *certificate, int ocsp) {
    if (ocsp) write_responders(output, certificate); else write_distribution_points(output, certificate);
}

int sluss_crl_number(const X509_CRL *list, unsigned char *bytes, int capacity) {
    int critical = 0;
    ASN1_INTEGER *number = X509_CRL_get_ext_d2i(list, NID_crl_number, &critical, NULL);
    if (number == NULL) return critical == -1 ? -1 : -2;
    BIGNUM *value = ASN1_INTEGER_to_BN(number, NULL);
    ASN1_INTEGER_free(number);
    int length = value == NULL || BN_is_negative(value) || BN_num_bytes(value) > capacity ? -2 : BN_bn2bin(value, bytes);
    BN_free(value);
    return length;
}

int sluss_crl_is_delta(const X509_CRL *list) { return X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) >= 0; }

int sluss_crl_verdict(X509 *certificate, X509 *issuer, X509_CRL *const *lists, int count) {
    X509_STORE *store = X509_STORE_new();
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    int verdict = X509_V_ERR_UNSPECIFIED;
    if (store == NULL || context == NULL || X509_STORE_add_cert(store, issuer) != 1) goto end;
    for (int index = 0; index < count; index++) {
        if (X509_STORE_add_crl(store, lists[index]) != 1) goto end;
    }
    if (X509_STORE_CTX_init(context, store, certificate, NULL) != 1) goto end;
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
    // The chain was verified before: here the issuer is the end of the way, and only the lists are in question.
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CRL_CHECK | X509_V_FLAG_NO_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY);
    verdict = X509_verify_cert(context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context);
    if (verdict == X509_V_OK && sk_X509_num(X509_STORE_CTX_get0_chain(context)) < 2) verdict = X509_V_ERR_UNSPECIFIED;
end:
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    return verdict;
}

int sluss_ocsp_request(const X509 *certificate, const X509 *issuer, unsigned char **der) {
    OCSP_REQUEST *request = OCSP_REQUEST_new();
    // RFC 5019: responders know SHA-1 here; it names the certificate and proves nothing.
    OCSP_CERTID *name = OCSP_cert_to_id(EVP_sha1(), certificate, issuer);
    int length = -1;
    if (request != NULL && name != NULL && OCSP_request_add0_id(request, name) != NULL) {
        name = NULL;
        if (OCSP_request_add1_nonce(request, NULL, 32) == 1) length = i2d_OCSP_REQUEST(request, der);
    }
    OCSP_CERTID_free(name);
    OCSP_REQUEST_free(request);
    return length;
}

static int is_signed(OCSP_BASICRESP *basic, X509 *issuer, int64_t at) {
    X509_STORE *store = X509_STORE_new();
    int good = 0;
    if (store != NULL && X509_STORE_add_cert(store, issuer) == 1) {
        X509_VERIFY_PARAM *parameters = X509_STORE_get0_param(store);
        X509_VERIFY_PARAM_set_time(parameters, (time_t)at);
        X509_VERIFY_PARAM_set_auth_level(parameters, 2);
        good = OCSP_basic_verify(basic, NULL, store, OCSP_NOEXPLICIT | OCSP_PARTIAL_CHAIN) == 1;
    }
    X509_STORE_free(store);
    return good;
}

static int is_strong(const OCSP_BASICRESP *basic) {
    const ASN1_OBJECT *algorithm = NULL;
    X509_ALGOR_get0(&algorithm, NULL, NULL, OCSP_resp_get0_tbs_sigalg(basic));
    int digest = sluss_signature_digest(OBJ_obj2nid(algorithm));
    return digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512;
}

static int find_status(OCSP_BASICRESP *basic, X509 *certificate, X509 *issuer, sluss_ocsp_answer *answer) {
    ASN1_GENERALIZEDTIME *since = NULL, *until = NULL;
    int found = 0;
    const EVP_MD *digests[] = {EVP_sha1(), EVP_sha256()};
    for (int index = 0; index < 2 && !found; index++) {
        OCSP_CERTID *name = OCSP_cert_to_id(digests[index], certificate, issuer);
        found = name != NULL && OCSP_resp_find_status(basic, name, &answer->status, NULL, NULL, &since, &until) == 1;
        OCSP_CERTID_free(name);
    }
    if (!found || since == NULL || !sluss_asn1_time_seconds(since, &answer->this_update)) return 0;
    return until == NULL || sluss_asn1_time_seconds(until, &answer->next_update);
}

static int judge(OCSP_BASICRESP *basic, X509 *certificate, X509 *issuer, OCSP_REQUEST *request, int64_t at, sluss_ocsp_answer *answer) {
    if (!is_strong(basic)) return SLUSS_OCSP_WEAK;
    if (!is_signed(basic, issuer, at)) return SLUSS_OCSP_UNSIGNED;
    if (!find_status(basic, certificate, issuer, answer)) return SLUSS_OCSP_OTHER;
    answer->nonce = request == NULL ? 2 : OCSP_check_nonce(request, basic);
    return SLUSS_OCSP_READ;
}

int sluss_ocsp_read(const unsigned char *der, long length, X509 *certificate, X509 *issuer, const unsigned char *request_der,
                    long request_length, int64_t at, sluss_ocsp_answer *answer) {
    *answer = (sluss_ocsp_answer){0};
    const unsigned char *cursor = der;
    OCSP_RESPONSE *response = d2i_OCSP_RESPONSE(NULL, &cursor, length);
    if (response == NULL) return SLUSS_OCSP_MALFORMED;
    OCSP_REQUEST *request = request_der == NULL ? NULL : d2i_OCSP_REQUEST(NULL, &request_der, request_length);
    OCSP_BASICRESP *basic = NULL;
    int outcome = SLUSS_OCSP_MALFORMED;
    answer->status = OCSP_response_status(response);
    if (answer->status != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        outcome = SLUSS_OCSP_UNSUCCESSFUL;
    } else if (cursor == der + length && (basic = OCSP_response_get1_basic(response)) != NULL) {
        outcome = judge(basic, certificate, issuer, request, at, answer);
    }
    OCSP_BASICRESP_free(basic);
    OCSP_REQUEST_free(request);
    OCSP_RESPONSE_free(response);
    return outcome;
}
