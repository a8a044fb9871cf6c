// floor PROCESSES SOURCE OUTPUT [parse]: the least work that makes a site of Markdown, in C. It reads every .md below
// SOURCE, leaves out front matter, renders GitHub's Markdown with cmark-gfm and writes OUTPUT/…/NAME/index.html in one
// layout; with `parse` it writes nothing. Each process has an arena of its own for the parser, emptied after each page,
// and a process is a core: cmark-gfm's tables cannot be shared by threads.
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char **files;
static size_t count, room;

static int add(const char *path, const struct stat *info, int type, struct FTW *place) {
  (void)info, (void)place;
  size_t length = strlen(path);
  if (type != FTW_F || length < 3 || strcmp(path + length - 3, ".md")) return 0;
  if (count == room) files = realloc(files, (room = room ? 2 * room : 1024) * sizeof *files);
  files[count++] = strdup(path);
  return 0;
}

// The arena: pieces are cut off its front and never given back; the size of each lies before it.
enum { ARENA = 256 << 20 };
static char *arena, *front;

static void *take(size_t size) {
  size_t whole = (size + 31) & ~(size_t)15;
  if (front + whole > arena + ARENA) abort();
  char *piece = front;
  front += whole;
  *(size_t *)piece = size;
  return piece + 16;
}
static void *take_zeroed(size_t many, size_t size) { return memset(take(many * size), 0, many * size); }
static void *take_again(void *old, size_t size) {
  if (!old) return take(size);
  size_t had = *(size_t *)((char *)old - 16);
  return size <= had ? old : memcpy(take(size), old, had);
}
static void keep(void *piece) { (void)piece; }
static cmark_mem memory = {take_zeroed, take_again, keep};

static void write_page(const char *name, const char *output, const char *html) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/%.*s", output, (int)strlen(name) - 3, name);
  for (char *slash = strchr(path + strlen(output), '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
  mkdir(path, 0755);
  snprintf(path + length, sizeof path - (size_t)length, "/index.html");
  FILE *file = fopen(path, "w");
  if (!file) _exit(1);
  fprintf(file, "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title></head><body>"
                "<nav><a href=\"/\">Home</a></nav><main>", name);
  fwrite(html, 1, strlen(html), file);
  fputs("</main></body></html>\n", file);
  fclose(file);
}

static void run(size_t first, size_t step, const char *source, const char *output, int writes) {
  const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  arena = malloc(ARENA);
  char *text = NULL;
  for (size_t number = first; number < count; number += step) {
    int file = open(files[number], O_RDONLY);
    struct stat info;
    if (file < 0 || fstat(file, &info)) _exit(1);
    text = realloc(text, (size_t)info.st_size + 1);
    ssize_t got = read(file, text, (size_t)info.st_size);
    close(file);
    text[got < 0 ? 0 : got] = 0;
    char *body = text, *end = strncmp(text, "---\n", 4) ? NULL : strstr(text + 4, "\n---\n");
    if (end) body = end + 5;
    front = arena;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    for (int i = 0; i < 4; i++) cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, body, (size_t)(text + got - body));
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html_with_mem(
        document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser), &memory);
    if (writes) write_page(files[number] + strlen(source) + 1, output, html);
  }
}

int main(int counted, char **words) {
  if (counted < 4) return 2;
  size_t processes = (size_t)atoi(words[1]);
  nftw(words[2], add, 64, FTW_PHYS);
  mkdir(words[3], 0755);
  int failed = 0, status;
  for (size_t i = 0; i < processes; i++)
    if (fork() == 0) run(i, processes, words[2], words[3], counted == 4), _exit(0);
  while (wait(&status) > 0) failed |= status;
  return failed != 0;
}
