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

static char *start_of(block *block) { return (char *)(((uintptr_t)(block + 1) + 15) & ~(uintptr_t)15); }

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
  char *start = start_of(newest) + newest->used;
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
  if (size <= had) return piece;
  // Texts grow again and again: the piece taken last grows where it lies.
  char *end = (char *)piece + ((had + 15) & ~(size_t)15), *front = start_of(newest) + newest->used;
  size_t more = size > SIZE_MAX / 4 ? size : ((size + 15) & ~(size_t)15) - ((had + 15) & ~(size_t)15);
  if (end == front && more <= newest->size - newest->used) {
    newest->used += more;
    memcpy((char *)piece - HEADER, &size, sizeof size);
    return piece;
  }
  return memcpy(take(size), piece, had);
}

void csystem_arena_free(void *piece) { (void)piece; }
