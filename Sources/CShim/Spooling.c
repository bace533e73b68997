#define _GNU_SOURCE
#include "include/SpoolingShim.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

int sluss_lock_exclusive(int descriptor) {
    int result;
    do { result = flock(descriptor, LOCK_EX | LOCK_NB); } while (result != 0 && errno == EINTR);
    return result;
}

int sluss_lock_shared(int descriptor) {
    int result;
    do { result = flock(descriptor, LOCK_SH | LOCK_NB); } while (result != 0 && errno == EINTR);
    return result;
}

void sluss_unlock(int descriptor) { flock(descriptor, LOCK_UN); }

int sluss_is_same_file(int folder, const char *name, int descriptor) {
    struct stat named, opened;
    if (fstat(descriptor, &opened) != 0) return -1;
    if (fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
    return named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

int sluss_O_TMPFILE(void) { return O_TMPFILE; }
