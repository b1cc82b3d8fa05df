/*
 * The objects of the double. They are kept as lines of text, and made into structures anew for
 * each page, as the real engine gives each page memory of its own.
 *
 * A line is fields with tabs between. A GUID is 32 hexadecimal digits, its bytes in memory. A text
 * or a blob is "-" for a null pointer, else "=" and its bytes (UTF-16LE) as digits. A value is
 * "TYPE:" and what parse_value reads. engine_file.ts writes them, filters last:
 *
 *   machine   NAME MAJOR MINOR BUILD ELEVATED
 *   layer     GUID NAME DESCRIPTION FLAGS SUBLAYER ID
 *   provider  GUID NAME DESCRIPTION FLAGS DATA SERVICE
 *   sublayer  GUID NAME DESCRIPTION FLAGS PROVIDER DATA WEIGHT
 *   callout   GUID NAME DESCRIPTION FLAGS PROVIDER DATA LAYER ID
 *   filter    GUID NAME DESCRIPTION FLAGS PROVIDER DATA LAYER SUBLAYER VALUE ACTION CALLOUT CONTEXT ID VALUE COUNT
 *   condition GUID MATCH VALUE                 (COUNT of them after their filter)
 */
#ifndef OBJECTS_H
#define OBJECTS_H

#include "wfp_types.h"

enum kind { KIND_LAYER, KIND_PROVIDER, KIND_SUBLAYER, KIND_CALLOUT, KIND_FILTER, KIND_COUNT };

/* Memory that is freed at once; freed memory is overwritten, so that who still reads it reads rubbish. */
struct arena { struct chunk *chunks; };
void *arena_alloc(struct arena *arena, size_t size);
void arena_free(struct arena *arena);

struct objects { const char **lines; uint32_t count; };
struct machine { const char *name; uint32_t major, minor, build, elevated; };

/* Reads an engine file in place of what was held; returns 0 if it cannot. */
int objects_load(const char *path);
const struct objects *objects_of(enum kind kind);
const struct machine *objects_machine(void);
/* Takes the last callout and the last filter away. */
void objects_remove_last(void);
/* Makes the structure of one object. */
void *object_make(struct arena *arena, enum kind kind, const char *line);
/* The bytes of a text field, closing zero added; NULL for "-". */
void *text_make(struct arena *arena, const char *field);

#endif
