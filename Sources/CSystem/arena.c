#include "csystem.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Blocks are chained, newest first. The first one, which serves most documents, is kept for the next.
typedef struct block {
  struct block *older;
  size_t size, used;
} block;

enum { FIRST = 1 << 20, HEADER = 16 };

static _Thread_local block *newest;
static _Thread_local size_t depth;

void csystem_arena_begin(void) { depth++; }

void csystem_arena_end(void) {
  if (--depth > 0) return;
  while (newest && newest->older) {
    block *older = newest->older;
    free(newest);
    newest = older;
  }
  if (newest) newest->used = 0;
}

// The size of a piece lies before it.
static char *take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t whole = (size + HEADER + 15) & ~(size_t)15;
  if (!newest || newest->size - newest->used < whole) {
    size_t room = newest ? 2 * newest->size : FIRST;
    if (room < whole) room = whole;
    block *made = malloc(sizeof(block) + HEADER + room);
    if (!made) abort();
    *made = (block){newest, room, 0};
    newest = made;
  }
  char *start = (char *)(((uintptr_t)(newest + 1) + 15) & ~(uintptr_t)15) + newest->used;
  newest->used += whole;
  memcpy(start, &size, sizeof size);
  return start + HEADER;
}

void *csystem_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *csystem_arena_realloc(void *piece, size_t size) {
  if (!piece) return take(size);
  size_t had;
  memcpy(&had, (char *)piece - HEADER, sizeof had);
  return size <= had ? piece : memcpy(take(size), piece, had);
}

void csystem_arena_free(void *piece) { (void)piece; }
