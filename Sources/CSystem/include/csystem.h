#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

/// Exchanges what two paths name in one step; -1 with `errno` where that fails, ENOSYS where the system cannot.
int csystem_exchange(const char *one, const char *other);

/// Lets the heap of each thread grow in one piece, and keeps what was given back. The C library grows it page by page
/// otherwise, and returns large blocks to the system at once: 7,775 calls for a site of a thousand pages. Room that is
/// not used costs nothing.
void csystem_prepare_heap(void);

/// Memory of this thread that is given back all at once: `csystem_arena_end` ends what `csystem_arena_begin` began, and
/// the last end empties it. What was taken must not be used behind that, nor in another thread.
void csystem_arena_begin(void);
void csystem_arena_end(void);

/// Like the functions of the C library, with memory of the arena; giving back a piece does nothing.
void *csystem_arena_calloc(size_t count, size_t size);
void *csystem_arena_realloc(void *piece, size_t size);
void csystem_arena_free(void *piece);

/// The commit that a released program was built from; empty in any other build.
const char *csystem_revision(void);

#endif
