#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Exchanges what two paths name in one step; -1 with `errno` where that fails, ENOSYS where the system cannot.
int csystem_exchange(const char *one, const char *other);

/// Lets the heap of each thread grow in one piece, and keeps what was given back. The C library grows it page by page
/// otherwise, and returns large blocks to the system at once: 7,775 calls for a site of a thousand pages. Room that is
/// not used costs nothing.
void csystem_prepare_heap(void);

#endif
