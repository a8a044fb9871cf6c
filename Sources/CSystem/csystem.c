#define _GNU_SOURCE
#include "csystem.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

int csystem_exchange(const char *one, const char *other) {
#if defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#elif defined(__APPLE__)
  return renamex_np(one, other, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}

void csystem_prepare_heap(void) {
#if defined(__GLIBC__)
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

// The Swift runtime traps before `main` where it gets no descriptor for its queues.
__attribute__((constructor)) static void csystem_ask_for_files(void) {
  struct rlimit files;
  const rlim_t fewest = 32;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= fewest) return;
  if (files.rlim_max >= fewest) {
    files.rlim_cur = fewest;
    if (setrlimit(RLIMIT_NOFILE, &files) == 0) return;
  }
  const char text[] = "error: fewer than 32 files may be open here: raise the limit (ulimit -n)\n";
  if (write(2, text, strlen(text)) < 0) _exit(3);
  _exit(3);
}

#define CSYSTEM_TEXT(name) #name
#define CSYSTEM_TEXT_OF(name) CSYSTEM_TEXT(name)

const char *csystem_revision(void) {
#ifdef SITEGEN_REVISION
  return CSYSTEM_TEXT_OF(SITEGEN_REVISION);
#else
  return "";
#endif
}
