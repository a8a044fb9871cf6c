#ifndef SITEGEN_CCMARKGFM_SHIM_H
#define SITEGEN_CCMARKGFM_SHIM_H

#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

/* The extensions' node types are exported by the library but declared in no installed header, and Swift rejects
   them as mutable globals: read them through functions. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type sitegen_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type sitegen_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type sitegen_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type sitegen_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

/* The length of a text of cmark's; through here, no Swift file needs a C library of its own. */
static inline long sitegen_length(const char *text) { return (long)strlen(text); }

#endif
