#include "objects.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

struct chunk { struct chunk *next; size_t size; };

static const char *const WORDS[KIND_COUNT] = {"layer", "provider", "sublayer", "callout", "filter"};
static struct objects held[KIND_COUNT];
static struct machine machine;
static char *file_text, *unread;
static size_t file_size;

void *arena_alloc(struct arena *arena, size_t size) {
  struct chunk *chunk = calloc(1, sizeof *chunk + size);
  if (!chunk) abort();
  chunk->next = arena->chunks;
  chunk->size = size;
  arena->chunks = chunk;
  return chunk + 1;
}

void arena_free(struct arena *arena) {
  for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
    next = chunk->next;
    memset(chunk + 1, 0xDD, chunk->size);
    free(chunk);
  }
  arena->chunks = NULL;
}

/* A cursor over the fields of a line. */
static const char *next_field(const char **cursor) {
  const char *field = *cursor;
  size_t length = strcspn(field, "\t\n");
  *cursor = field + length + (field[length] == '\t');
  return field;
}

static uint32_t read_u32(const char **cursor) { return (uint32_t)strtoul(next_field(cursor), NULL, 0); }
static uint64_t read_u64(const char **cursor) { return strtoull(next_field(cursor), NULL, 0); }

static int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static size_t hex_bytes(const char *hex) {
  size_t digits = 0;
  while (digit(hex[digits]) >= 0) digits++;
  return digits / 2;
}

static void read_hex(const char *hex, void *bytes, size_t size) {
  for (size_t i = 0; i < size; i++)
    ((uint8_t *)bytes)[i] = (uint8_t)(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
}

/* Bytes with `spare` zero bytes after them; NULL for "-". */
static void *make_bytes(struct arena *arena, const char *field, size_t spare, size_t *size) {
  *size = 0;
  if (*field == '-') return NULL;
  *size = hex_bytes(field + 1);
  void *bytes = arena_alloc(arena, *size + spare);
  read_hex(field + 1, bytes, *size);
  return bytes;
}

void *text_make(struct arena *arena, const char *field) {
  size_t size;
  return make_bytes(arena, field, 2, &size);
}

static GUID read_guid(const char **cursor) {
  GUID guid;
  read_hex(next_field(cursor), &guid, sizeof guid);
  return guid;
}

static GUID *make_guid(struct arena *arena, const char **cursor) {
  if (**cursor == '-') {
    next_field(cursor);
    return NULL;
  }
  GUID *guid = arena_alloc(arena, sizeof *guid);
  *guid = read_guid(cursor);
  return guid;
}

static FWP_BYTE_BLOB read_blob(struct arena *arena, const char *field) {
  size_t size;
  FWP_BYTE_BLOB blob;
  blob.data = make_bytes(arena, field, 0, &size);
  blob.size = (UINT32)size;
  return blob;
}

static FWPM_DISPLAY_DATA0 read_display(struct arena *arena, const char **cursor) {
  FWPM_DISPLAY_DATA0 display;
  display.name = text_make(arena, next_field(cursor));
  display.description = text_make(arena, next_field(cursor));
  return display;
}

/* SIDs as digits with commas between; `count` of them. */
static SID_AND_ATTRIBUTES *make_sids(struct arena *arena, const char **cursor, ULONG *count) {
  SID_AND_ATTRIBUTES *sids = arena_alloc(arena, 64 * sizeof *sids);
  for (*count = 0; **cursor == '=' && *count < 64; (*count)++) {
    size_t size;
    sids[*count].Sid = make_bytes(arena, *cursor, 0, &size);
    *cursor += 1 + 2 * size;
    if (**cursor == ',') ++*cursor;
  }
  return sids;
}

static FWP_TOKEN_INFORMATION *make_token(struct arena *arena, const char *text) {
  FWP_TOKEN_INFORMATION *token = arena_alloc(arena, sizeof *token);
  token->sids = make_sids(arena, &text, &token->sidCount);
  if (*text == '|') text++;
  token->restrictedSids = make_sids(arena, &text, &token->restrictedSidCount);
  return token;
}

/* What the union of a value points to: `size` bytes at least, zeros behind the given ones. */
static void *make_pointee(struct arena *arena, const char *text, size_t spare) {
  size_t size;
  return make_bytes(arena, text, spare, &size);
}

static FWP_CONDITION_VALUE0 parse_value(struct arena *arena, const char *field) {
  FWP_CONDITION_VALUE0 value;
  memset(&value, 0, sizeof value);
  char *text;
  UINT32 type = (UINT32)strtoul(field, &text, 0);
  value.type = type;
  if (*text == ':') text++;
  switch (type) {
    case 1: case 2: case 3: case 5: case 6: case 7: case 9: case 19: /* "=" bytes of the union itself */
      read_hex(text + 1, &value.uint32, hex_bytes(text + 1));
      break;
    case 12: case 14: case 16: /* "-" null, "=" bytes, "0" a blob without data */
      if (*text == '-') break;
      value.byteBlob = arena_alloc(arena, sizeof *value.byteBlob);
      if (*text == '=') *value.byteBlob = read_blob(arena, text);
      break;
    case 15:
      value.tokenInformation = make_token(arena, text);
      break;
    case 0x102: { /* LOW~HIGH */
      value.rangeValue = arena_alloc(arena, sizeof *value.rangeValue);
      FWP_CONDITION_VALUE0 low = parse_value(arena, text), high = parse_value(arena, strchr(text, '~') + 1);
      memcpy(&value.rangeValue->valueLow, &low, sizeof low);
      memcpy(&value.rangeValue->valueHigh, &high, sizeof high);
      break;
    }
    case 0:
      break;
    default: /* "-" null, "=" the bytes pointed to, which two zero bytes close if they are text */
      value.uint64 = make_pointee(arena, text, 2);
  }
  return value;
}

static FWP_VALUE0 read_value(struct arena *arena, const char **cursor) {
  FWP_CONDITION_VALUE0 value = parse_value(arena, next_field(cursor));
  FWP_VALUE0 plain;
  memcpy(&plain, &value, sizeof plain);
  return plain;
}

static void *make_layer(struct arena *arena, const char *cursor) {
  FWPM_LAYER0 *layer = arena_alloc(arena, sizeof *layer);
  layer->layerKey = read_guid(&cursor);
  layer->displayData = read_display(arena, &cursor);
  layer->flags = read_u32(&cursor);
  layer->defaultSubLayerKey = read_guid(&cursor);
  layer->layerId = (UINT16)read_u32(&cursor);
  return layer;
}

static void *make_provider(struct arena *arena, const char *cursor) {
  FWPM_PROVIDER0 *provider = arena_alloc(arena, sizeof *provider);
  provider->providerKey = read_guid(&cursor);
  provider->displayData = read_display(arena, &cursor);
  provider->flags = read_u32(&cursor);
  provider->providerData = read_blob(arena, next_field(&cursor));
  provider->serviceName = text_make(arena, next_field(&cursor));
  return provider;
}

static void *make_sublayer(struct arena *arena, const char *cursor) {
  FWPM_SUBLAYER0 *sublayer = arena_alloc(arena, sizeof *sublayer);
  sublayer->subLayerKey = read_guid(&cursor);
  sublayer->displayData = read_display(arena, &cursor);
  sublayer->flags = read_u32(&cursor);
  sublayer->providerKey = make_guid(arena, &cursor);
  sublayer->providerData = read_blob(arena, next_field(&cursor));
  sublayer->weight = (UINT16)read_u32(&cursor);
  return sublayer;
}

static void *make_callout(struct arena *arena, const char *cursor) {
  FWPM_CALLOUT0 *callout = arena_alloc(arena, sizeof *callout);
  callout->calloutKey = read_guid(&cursor);
  callout->displayData = read_display(arena, &cursor);
  callout->flags = read_u32(&cursor);
  callout->providerKey = make_guid(arena, &cursor);
  callout->providerData = read_blob(arena, next_field(&cursor));
  callout->applicableLayer = read_guid(&cursor);
  callout->calloutId = read_u32(&cursor);
  return callout;
}

static FWPM_FILTER_CONDITION0 *make_conditions(struct arena *arena, const char *cursor, UINT32 count) {
  FWPM_FILTER_CONDITION0 *conditions = arena_alloc(arena, count * sizeof *conditions);
  for (UINT32 i = 0; i < count; i++) {
    cursor = strchr(cursor, '\n') + 1;
    const char *fields = cursor;
    next_field(&fields);
    conditions[i].fieldKey = read_guid(&fields);
    conditions[i].matchType = read_u32(&fields);
    conditions[i].conditionValue = parse_value(arena, next_field(&fields));
  }
  return conditions;
}

static void *make_filter(struct arena *arena, const char *cursor) {
  FWPM_FILTER0 *filter = arena_alloc(arena, sizeof *filter);
  filter->filterKey = read_guid(&cursor);
  filter->displayData = read_display(arena, &cursor);
  filter->flags = read_u32(&cursor);
  filter->providerKey = make_guid(arena, &cursor);
  filter->providerData = read_blob(arena, next_field(&cursor));
  filter->layerKey = read_guid(&cursor);
  filter->subLayerKey = read_guid(&cursor);
  filter->weight = read_value(arena, &cursor);
  filter->action.type = read_u32(&cursor);
  filter->action.calloutKey = read_guid(&cursor);
  filter->providerContextKey = read_guid(&cursor);
  filter->filterId = read_u64(&cursor);
  filter->effectiveWeight = read_value(arena, &cursor);
  filter->numFilterConditions = read_u32(&cursor);
  if (filter->numFilterConditions) filter->filterCondition = make_conditions(arena, cursor, filter->numFilterConditions);
  return filter;
}

void *object_make(struct arena *arena, enum kind kind, const char *line) {
  static void *(*const MAKERS[KIND_COUNT])(struct arena *, const char *) = {
    make_layer, make_provider, make_sublayer, make_callout, make_filter};
  return MAKERS[kind](arena, line);
}

/* Gives the whole file; no zero is behind it. NULL if it cannot be read. */
#ifdef _WIN32
static char *open_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*size + 1);
  if (text) *size = fread(text, 1, *size, file);
  fclose(file);
  return text;
}

static void close_file(char *text, size_t size) {
  (void)size;
  free(text);
}
#else
/* Mapped, so that nobody waits for what is not asked for */
static char *open_file(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  if (file < 0) return NULL;
  off_t end = lseek(file, 0, SEEK_END);
  void *text = end > 0 ? mmap(NULL, (size_t)end, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  close(file);
  *size = (size_t)end;
  return text == MAP_FAILED ? NULL : text;
}

static void close_file(char *text, size_t size) {
  if (text) munmap(text, size);
}
#endif

static void hold_line(const char *word, const char *fields) {
  size_t length = (size_t)(fields - word) - 1;
  for (int kind = 0; kind < KIND_COUNT; kind++) {
    if (strlen(WORDS[kind]) != length || memcmp(word, WORDS[kind], length)) continue;
    struct objects *objects = &held[kind];
    objects->lines = realloc(objects->lines, (objects->count + 1) * sizeof *objects->lines);
    objects->lines[objects->count++] = fields;
  }
  if (length == 7 && !memcmp(word, "machine", 7)) {
    machine.name = next_field(&fields);
    machine.major = read_u32(&fields);
    machine.minor = read_u32(&fields);
    machine.build = read_u32(&fields);
    machine.elevated = read_u32(&fields);
  }
}

/* Holds the objects that stand before the filters, which are the last and the most, or all. */
static void hold_lines(int all) {
  while (unread < file_text + file_size && (all || memcmp(unread, "filter\t", 7))) {
    hold_line(unread, strchr(unread, '\t') + 1);
    unread = strchr(unread, '\n') + 1;
  }
}

int objects_load(const char *path) {
  size_t size;
  char *text = open_file(path, &size);
  if (!text) return 0;
  close_file(file_text, file_size);
  for (int kind = 0; kind < KIND_COUNT; kind++) held[kind].count = 0;
  unread = file_text = text;
  file_size = size;
  hold_lines(0);
  return 1;
}

/* A process that is told nothing reads the file that its environment names. */
static void load_named(void) {
  const char *path = getenv("FWPUCLNT_DOUBLE_FILE");
  if (!file_text && path && !objects_load(path)) abort();
}

const struct objects *objects_of(enum kind kind) {
  load_named();
  if (kind == KIND_FILTER) hold_lines(1);
  return &held[kind];
}

const struct machine *objects_machine(void) {
  load_named();
  return &machine;
}

void objects_remove_last(void) {
  hold_lines(1);
  if (held[KIND_CALLOUT].count) held[KIND_CALLOUT].count--;
  if (held[KIND_FILTER].count) held[KIND_FILTER].count--;
}
