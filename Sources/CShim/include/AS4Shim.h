#pragma once
#include <stddef.h>

// memmem needs _GNU_SOURCE. Offset of the first occurrence of the pattern, or -1.
ptrdiff_t sluss_find(const void *bytes, size_t count, const void *pattern, size_t patternCount);
