// What the spool needs from the kernel and Swift cannot call unambiguously.
#pragma once

// flock() is hidden in Swift by the struct of the same name. Takes the exclusive lock of the inode behind `descriptor` without waiting.
// Returns 0; or -1 with errno, EWOULDBLOCK when somebody else holds it. The kernel lets go when the last descriptor of this open file is closed.
int sluss_lock_exclusive(int descriptor);

// The same, shared: -1 with EWOULDBLOCK while somebody has it exclusively.
int sluss_lock_shared(int descriptor);

// Gives the lock back at once, also when a child that has not yet reached its exec still holds a copy of the descriptor.
void sluss_unlock(int descriptor);

// st_dev and st_ino in one comparison: 1 when `name` in `folder` (no link followed) is the file behind `descriptor`, 0 when it is another one or gone,
// -1 with errno when it cannot be told.
int sluss_is_same_file(int folder, const char *name, int descriptor);

// O_TMPFILE, a macro Swift cannot import: a file without a name, which nothing but its descriptor keeps.
int sluss_O_TMPFILE(void);
