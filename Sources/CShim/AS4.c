#define _GNU_SOURCE
#include "AS4Shim.h"
#include <string.h>

ptrdiff_t sluss_find(const void *bytes, size_t count, const void *pattern, size_t patternCount) {
    const char *found = memmem(bytes, count, pattern, patternCount);
    return found ? found - (const char *)bytes : -1;
}
