// The engine interface is deprecated in OpenSSL 3 in favour of providers; Debian 12 has no PKCS#11 provider.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "TokenShim.h"
#include <openssl/engine.h>
#include <openssl/rsa.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ENGINE *engine;
static char *used_module;

static int start(const char *module) {
    if (engine != NULL) {
        int same = module == NULL ? used_module == NULL : used_module != NULL && strcmp(module, used_module) == 0;
        return same ? SLUSS_TOKEN_FOUND : SLUSS_TOKEN_OTHER_MODULE;
    }
    ENGINE_load_builtin_engines();
    ENGINE *found = ENGINE_by_id("pkcs11");
    if (found == NULL) return SLUSS_TOKEN_NO_ENGINE;
    if ((module != NULL && ENGINE_ctrl_cmd_string(found, "MODULE_PATH", module, 0) != 1) || ENGINE_init(found) != 1) {
        ENGINE_free(found);
        return SLUSS_TOKEN_NO_MODULE;
    }
    used_module = module == NULL ? NULL : strdup(module);
    engine = found;
    return SLUSS_TOKEN_FOUND;
}

int sluss_token_key(const char *uri, const char *module, const char *pin, EVP_PKEY **key) {
    pthread_mutex_lock(&lock);
    int outcome = start(module);
    if (outcome == SLUSS_TOKEN_FOUND) {
        *key = ENGINE_ctrl_cmd_string(engine, "PIN", pin, 0) == 1 ? ENGINE_load_private_key(engine, uri, NULL, NULL) : NULL;
        if (*key == NULL) outcome = SLUSS_TOKEN_NO_KEY;
    }
    pthread_mutex_unlock(&lock);
    return outcome;
}

int sluss_pss_parameters(EVP_PKEY_CTX *context) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}
